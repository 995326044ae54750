// hjemmebot in a municipality's own Azure: two replicas on one PostgreSQL, all inside the EU.
// Steps, and what to do by hand before and after: docs/azure-da.md.
targetScope = 'resourceGroup'

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(12)
param name string = 'hjemmebot'

@description('Where everything stands that keeps data. The list holds regions inside the EU only.')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
param location string = 'northeurope'

@description('How the bot proves itself. A managed identity has no secret that could leak or run out.')
@allowed([
  'UserAssignedMSI'
  'SingleTenant'
])
param appType string = 'UserAssignedMSI'

@description('SingleTenant only: the client id of the app registration.')
param appId string = ''

@description('SingleTenant only: its client secret.')
@secure()
param appPassword string = ''

@description('The administrator of the database; the server holds nothing but the bot\'s database.')
@secure()
@minLength(16)
param databasePassword string

@description('What Prometheus sends to read /metrics. Empty: nobody outside reads it.')
@secure()
param metricsToken string = ''

@description('The container registry that holds the image; it stands in the same resource group.')
param registryName string

@description('The image with its tag, as it stands in the registry. Never latest: a restart must not change the version.')
param image string = 'hjemmebot:0.1.0'

@description('How many replicas run at least. Two, so that one may fail or be changed.')
@minValue(2)
@maxValue(10)
param replicas int = 2

@description('The size of the database server.')
@allowed([
  'Standard_B2s'
  'Standard_D2ds_v5'
  'Standard_D4ds_v5'
])
param databaseSize string = 'Standard_B2s'

@description('Days for which the database can be set back to any moment.')
@minValue(7)
@maxValue(35)
param backupDays int = 14

@description('Days for which the log is kept. It holds no names and no messages.')
@minValue(30)
@maxValue(365)
param logDays int = 30

@description('Where the bot registration keeps its data: in the EU, or anywhere.')
@allowed([
  'westeurope'
  'global'
])
param botLocation string = 'westeurope'

@description('More settings of the bot, each as { name: \'HJEMMEBOT_…\', value: \'…\' }. No secrets: they would stand in the open.')
param moreSettings array = []

var managed = appType == 'UserAssignedMSI'

module network 'network.bicep' = {
  name: '${name}-network'
  params: {
    name: name
    location: location
  }
}

module identity 'identity.bicep' = {
  name: '${name}-identity'
  params: {
    name: name
    location: location
    registryName: registryName
  }
}

module database 'database.bicep' = {
  name: '${name}-database'
  params: {
    name: name
    location: location
    password: databasePassword
    size: databaseSize
    backupDays: backupDays
    subnetId: network.outputs.databaseSubnetId
    zoneId: network.outputs.zoneId
  }
}

module vault 'vault.bicep' = {
  name: '${name}-vault'
  params: {
    name: name
    location: location
    readerId: identity.outputs.principalId
    databaseHost: database.outputs.host
    databasePassword: databasePassword
    appPassword: appPassword
    metricsToken: metricsToken
  }
}

module app 'app.bicep' = {
  name: '${name}-app'
  params: {
    name: name
    location: location
    subnetId: network.outputs.appSubnetId
    identityId: identity.outputs.id
    registryServer: identity.outputs.registryServer
    image: image
    replicas: replicas
    logDays: logDays
    appType: appType
    appId: managed ? identity.outputs.clientId : appId
    vaultUri: vault.outputs.uri
    withPassword: !empty(appPassword)
    withMetrics: !empty(metricsToken)
    moreSettings: moreSettings
  }
}

module bot 'bot.bicep' = {
  name: '${name}-bot'
  params: {
    name: name
    location: botLocation
    appType: appType
    appId: managed ? identity.outputs.clientId : appId
    identityId: managed ? identity.outputs.id : ''
    endpoint: 'https://${app.outputs.host}/api/messages'
  }
}

@description('HJEMMEBOT_APP_ID for the app package.')
output appId string = managed ? identity.outputs.clientId : appId

@description('The public name of the bot.')
output host string = app.outputs.host
