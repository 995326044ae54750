"""All tables in one place, for what must know every one of them: migrations, export and erasure."""

from __future__ import annotations

from sqlmodel import SQLModel

from storage import (
    advice,
    agreements,
    audit,
    broadcasts,
    calendar_entries,
    checklists,
    conversations,
    counts,
    deliveries,
    downloads,
    equipment,
    feeds,
    frames,
    home_days,
    notice_settings,
    papers,
    people,
    policy_versions,
    preferences,
    questions,
    receivers,
    sent_cards,
    shares,
)

MODELS: tuple[type[SQLModel], ...] = (
    people.PersonRow,
    home_days.HomeDayRow,
    conversations.ConversationRow,
    sent_cards.SentCardRow,
    deliveries.DeliveryRow,
    feeds.FeedRow,
    frames.FrameRow,
    counts.CountRow,
    broadcasts.BroadcastRow,
    receivers.ReceiverRow,
    downloads.DownloadRow,
    shares.ShareRow,
    preferences.PreferencesRow,
    notice_settings.NoticeSettingRow,
    advice.AdviceRow,
    calendar_entries.CalendarEntryRow,
    agreements.AgreementRow,
    agreements.AgreementVersionRow,
    papers.PaperRow,
    equipment.EquipmentRow,
    equipment.LeavingRow,
    checklists.WorkplaceRow,
    policy_versions.PolicyVersionRow,
    questions.QuestionRow,
    questions.HrAnswerRow,
    audit.AuditRow,
    audit.AuditHeadRow,
)
METADATA = SQLModel.metadata
