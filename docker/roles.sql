-- The roles of Supabase's parts exist in its image; they get the password here.
\set password `echo "$POSTGRES_PASSWORD"`
alter user supabase_auth_admin with password :'password';
alter user supabase_storage_admin with password :'password';
