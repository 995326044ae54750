# Gives the bot those permissions of Microsoft Graph that you name, and no other. For an app registration and for a managed identity.
#
# Calendars are not among them: they are given in Exchange, for one group only (limit-calendars.ps1).
# Whoever runs this must be a Privileged Role Administrator. It may be run again: what is there is left alone.
#
#   ./grant-graph.ps1 -ObjectId <object id of the ENTERPRISE application or identity> -People -HrGroup -Installing
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [guid] $ObjectId,
    [switch] $People,      # HJEMMEBOT_PEOPLE_MINUTES or sync-people
    [switch] $HrGroup,     # HJEMMEBOT_HR_GROUP or HJEMMEBOT_PEOPLE_GROUP
    [switch] $Installing   # HJEMMEBOT_TEAMS_APP
)
$ErrorActionPreference = 'Stop'
$Wanted = @()
if ($People) { $Wanted += 'User.Read.All' }
if ($HrGroup) { $Wanted += 'GroupMember.Read.All' }
if ($Installing) { $Wanted += 'TeamsAppInstallation.ReadWriteSelfForUser.All' }

Connect-MgGraph -Scopes 'AppRoleAssignment.ReadWrite.All', 'Application.Read.All' -NoWelcome
try {
    $Graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
    $There = Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $ObjectId -All
    foreach ($Name in $Wanted) {
        $Role = $Graph.AppRoles | Where-Object { $_.Value -eq $Name -and $_.AllowedMemberTypes -contains 'Application' }
        if ($There.AppRoleId -contains $Role.Id) { "$Name is there already."; continue }
        New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $ObjectId -PrincipalId $ObjectId `
            -ResourceId $Graph.Id -AppRoleId $Role.Id | Out-Null
        "$Name is given."
    }
}
finally {
    Disconnect-MgGraph | Out-Null
}
