// The little markdown that Teams shows in messages and cards, made into elements: text never becomes markup by itself.
const INLINE = /\\([\\`*_{}[\]()#+\-.!<>&|~])|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>")]+)/g;

export function rendered(text) {
  const out = document.createDocumentFragment();
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split("\n");
    if (lines.every((line) => /^\s*[-*•] /.test(line))) {
      const list = element("ul");
      for (const line of lines) list.append(element("li", inline(line.replace(/^\s*[-*•] /, ""))));
      out.append(list);
    } else {
      const paragraph = element("p");
      lines.forEach((line, at) => paragraph.append(...(at ? [element("br")] : []), inline(line)));
      out.append(paragraph);
    }
  }
  return out;
}

export function asMarkup(text) {
  const holder = element("div", rendered(text));
  return holder.innerHTML;  // serialised from elements that were made above, so nothing of the text is markup
}

function inline(text) {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    out.append(text.slice(from, found.index));
    const [whole, escaped, bold, words, address, bare] = found;
    if (escaped) out.append(escaped);
    else if (bold) out.append(element("strong", inline(bold)));
    else out.append(link(words ?? bare, address ?? bare));
    from = found.index + whole.length;
  }
  out.append(text.slice(from));
  return out;
}

function link(words, address) {
  const one = element("a", words);
  Object.assign(one, { href: address, target: "_blank", rel: "noopener noreferrer" });
  return one;
}

function element(name, ...inside) {
  const one = document.createElement(name);
  one.append(...inside);
  return one;
}
