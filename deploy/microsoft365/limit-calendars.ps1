# Lets the bot write in the calendars of one group's members, and in no other (Exchange Online, RBAC for Applications).
#
# Do NOT also give the app Calendars.ReadWrite in Entra: the two add up, and the one in Entra is for every mailbox.
# Whoever runs this must be in the role group Organization Management. It may be run again: what is there is left alone.
#
#   ./limit-calendars.ps1 -AppId <client id> -ObjectId <object id of the ENTERPRISE application> `
#     -Group hjemmearbejde@example.dk -Inside anna.holm@example.dk -Outside en.anden@example.dk
#
# Only direct members of the group count: members of a group in the group do not. Exchange may take two hours to follow.
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [guid] $AppId,
    [Parameter(Mandatory)] [guid] $ObjectId,
    [Parameter(Mandatory)] [string] $Group,
    [Parameter(Mandatory)] [string] $Inside,
    [Parameter(Mandatory)] [string] $Outside
)
$ErrorActionPreference = 'Stop'
$Name = 'hjemmebot'
$Role = 'Application Calendars.ReadWrite'

Connect-ExchangeOnline -ShowBanner:$false
try {
    if (-not (Get-ServicePrincipal | Where-Object AppId -eq $AppId)) {
        New-ServicePrincipal -AppId $AppId -ObjectId $ObjectId -DisplayName $Name | Out-Null
    }
    $Members = (Get-Group -Identity $Group).DistinguishedName
    if (-not (Get-ManagementScope | Where-Object Name -eq $Name)) {
        New-ManagementScope -Name $Name -RecipientRestrictionFilter "MemberOfGroup -eq '$Members'" | Out-Null
    }
    if (-not (Get-ManagementRoleAssignment | Where-Object Name -eq $Name)) {
        New-ManagementRoleAssignment -Name $Name -App $AppId -Role $Role -CustomResourceScope $Name | Out-Null
    }
    $In = Test-ServicePrincipalAuthorization -Identity $AppId -Resource $Inside | Where-Object RoleName -eq $Role
    $Out = Test-ServicePrincipalAuthorization -Identity $AppId -Resource $Outside | Where-Object RoleName -eq $Role
    $In, $Out | Format-Table RoleName, AllowedResourceScope, InScope
    if (-not $In.InScope) { throw "$Inside is not reached: is it a direct member of $Group?" }
    if ($Out.InScope) { throw "$Outside is reached, and should not be: look at the scope $Name." }
    "The bot reaches the calendars of $Group, and not that of $Outside."
}
finally {
    Disconnect-ExchangeOnline -Confirm:$false
}
