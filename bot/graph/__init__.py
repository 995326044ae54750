"""Microsoft Graph: people's Outlook calendars."""
