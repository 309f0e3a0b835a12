-- Who may do what. These tables are used in the control schema alone, that of the tenant 'default';
-- in the schemas of other tenants they stay empty, as scheduled_tasks does.
-- Like all migrations, each statement does no harm when it runs again.

CREATE TABLE IF NOT EXISTS tenant (
  name VARCHAR(40) PRIMARY KEY,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
INSERT INTO tenant (name, created_at) VALUES ('default', CURRENT_TIMESTAMP) ON CONFLICT DO NOTHING;

-- of secrets only the SHA-256 is kept
CREATE TABLE IF NOT EXISTS api_key (
  id VARCHAR(40) PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  tenant VARCHAR(40) NOT NULL REFERENCES tenant,
  scopes VARCHAR(200) NOT NULL,
  secret_hash VARCHAR(64) NOT NULL,
  replaced_hash VARCHAR(64),
  replaced_until TIMESTAMP(6) WITH TIME ZONE,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE,
  revoked_at TIMESTAMP(6) WITH TIME ZONE,
  last_used_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX IF NOT EXISTS api_key_tenant ON api_key (tenant, created_at);
