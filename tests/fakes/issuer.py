"""An issuer on loopback: signing keys that vouch for the channel's tokens, and the login service that msal speaks to.

async with FakeIssuer(tmp_path) as issuer:
    issuer.token(aud=app_id, serviceurl=url)      # as the Bot Connector would sign it
    issuer.roll()                                 # a new signing key, the old one gone
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)  # msal speaks https only
    settings.login_url = issuer.login_url
"""

from __future__ import annotations

import asyncio
import itertools
import ssl
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import jwt
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.x509.oid import NameOID

ISSUER = "https://api.botframework.com"


@cache
def rsa_key(number: int) -> RSAPrivateKey:
    """The same few keys for all tests: making one takes a tenth of a second."""
    return generate_private_key(public_exponent=65537, key_size=2048)


class FakeIssuer:
    """Listens on 127.0.0.1 at free ports, one http and one https."""

    def __init__(self, folder: Path, issuer: str = ISSUER) -> None:
        self.issuer = issuer
        self.endorsements: list[str] | None = ["msteams"]
        self.fetches = 0  # of the key set
        self.broken = False  # the key set answers 500
        self.delay = 0.0  # seconds before each answer
        self.token_requests: list[dict[str, str]] = []
        self.tokens_given: list[str] = []
        self.token_seconds = 3600
        self.token_error = ""
        self.roles: list[str] | None = None  # that the app has in Graph; its tokens can be read then
        self._folder = folder
        self._number = 0
        self._names = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self.url = self.login_url = self.certificate = ""

    @property
    def kid(self) -> str:
        return f"key-{self._number}"

    @property
    def metadata_url(self) -> str:
        return f"{self.url}/v1/.well-known/openidconfiguration"

    def roll(self) -> None:
        """Sign with a new key from now on and list only that."""
        self._number += 1

    def token(
        self,
        *,
        drop: tuple[str, ...] = (),
        key: Any = None,
        algorithm: str = "RS256",
        header: dict[str, Any] | None = None,
        **claims: Any,
    ) -> str:
        """Return a token of an hour's life; claims can be changed, added, or dropped by name."""
        now = int(time.time())
        said = {"iss": self.issuer, "iat": now, "nbf": now, "exp": now + 3600} | claims
        body = {name: value for name, value in said.items() if name not in drop}
        head = {name: value for name, value in ({"kid": self.kid} | (header or {})).items() if value is not None}
        return jwt.encode(body, rsa_key(self._number) if key is None else key, algorithm, head)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/v1/.well-known/openidconfiguration", self._metadata)
        app.router.add_get("/v1/.well-known/keys", self._keys)
        app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._login)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._grant)
        app.router.add_get("/msi/token", self._managed_identity)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self._tls()).start()
        plain, secure = self._runner.addresses
        self.url, self.login_url = f"http://127.0.0.1:{plain[1]}", f"https://127.0.0.1:{secure[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _metadata(self, request: web.Request) -> web.Response:
        return web.json_response({"issuer": self.issuer, "jwks_uri": f"{self.url}/v1/.well-known/keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        self.fetches += 1
        await asyncio.sleep(self.delay)
        if self.broken:
            return web.Response(status=500)
        listed = jwt.algorithms.RSAAlgorithm.to_jwk(rsa_key(self._number).public_key(), as_dict=True)
        listed |= {"kid": self.kid, "use": "sig"}
        if self.endorsements is not None:
            listed["endorsements"] = self.endorsements
        odd = {"kty": "EC", "kid": "of-another-kind", "crv": "P-256"}
        return web.json_response({"keys": [odd, listed]})

    async def _login(self, request: web.Request) -> web.Response:
        base = f"{self.login_url}/{request.match_info['tenant']}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
            }
        )

    async def _grant(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        return await self._given(form | {"tenant": request.match_info["tenant"]})

    async def _managed_identity(self, request: web.Request) -> web.Response:
        asked = dict(request.query) | {"header": request.headers.get("X-IDENTITY-HEADER", "")}
        return await self._given(asked)

    async def _given(self, asked: dict[str, str]) -> web.Response:
        self.token_requests.append(asked)
        await asyncio.sleep(self.delay)
        if self.token_error:
            return web.json_response({"error": self.token_error, "error_description": "told to"}, status=401)
        token = f"bot-token-{next(self._names)}" if self.roles is None else self.token(roles=self.roles)
        self.tokens_given.append(token)
        until = {"expires_in": self.token_seconds, "expires_on": int(time.time()) + self.token_seconds}
        return web.json_response({"token_type": "Bearer", "access_token": token, **until})

    def _tls(self) -> ssl.SSLContext:
        key, path = rsa_key(-1), self._folder / "issuer.pem"
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
        now = datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        self.certificate = str(path)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context
