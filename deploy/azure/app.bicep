// The replicas, their log, and the https address in front of them.
param name string
param location string
param subnetId string
param identityId string
param registryServer string
param image string
param replicas int
param logDays int
param appType string
param appId string
param vaultUri string
param withPassword bool
param withMetrics bool
param moreSettings array

var appName = '${name}-app'
var host = '${appName}.${environment.properties.defaultDomain}'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-log'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

var databaseSecret = [
  {
    name: 'database-url'
    keyVaultUrl: '${vaultUri}secrets/database-url'
    identity: identityId
  }
]
var passwordSecret = [
  {
    name: 'app-password'
    keyVaultUrl: '${vaultUri}secrets/app-password'
    identity: identityId
  }
]
var metricsSecret = [
  {
    name: 'metrics-token'
    keyVaultUrl: '${vaultUri}secrets/metrics-token'
    identity: identityId
  }
]

var settings = [
  {
    name: 'HJEMMEBOT_HOST'
    value: '0.0.0.0'
  }
  {
    name: 'HJEMMEBOT_PORT'
    value: '3978'
  }
  {
    name: 'HJEMMEBOT_APP_ID'
    value: appId
  }
  {
    name: 'HJEMMEBOT_APP_TYPE'
    value: appType
  }
  {
    name: 'HJEMMEBOT_TENANT_ID'
    value: tenant().tenantId
  }
  {
    name: 'HJEMMEBOT_CALENDAR_URL'
    value: 'https://${host}/calendar'
  }
  {
    name: 'HJEMMEBOT_DATABASE_URL'
    secretRef: 'database-url'
  }
]
var passwordSetting = [
  {
    name: 'HJEMMEBOT_APP_PASSWORD'
    secretRef: 'app-password'
  }
]
var metricsSetting = [
  {
    name: 'HJEMMEBOT_METRICS_TOKEN'
    secretRef: 'metrics-token'
  }
]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: appName
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: concat(databaseSecret, withPassword ? passwordSecret : [], withMetrics ? metricsSecret : [])
    }
    template: {
      terminationGracePeriodSeconds: 40 // turns that run get 25 s to end, and what is on its way to Teams gets 5
      containers: [
        {
          name: 'hjemmebot'
          image: '${registryServer}/${image}'
          env: concat(settings, withPassword ? passwordSetting : [], withMetrics ? metricsSetting : [], moreSettings)
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
              failureThreshold: 10 // the first start makes the tables; ten is the most that is taken
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 15
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 5
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
    }
  }
}

output host string = host
