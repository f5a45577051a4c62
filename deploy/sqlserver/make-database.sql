-- Run by make-database.sh as the administrator. $(Password) is the service's.
IF DB_ID(N'senim') IS NULL CREATE DATABASE senim;
GO
-- Readers see the last committed row and wait for no writer; the service checks this at its start.
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = N'senim') = 0
    ALTER DATABASE senim SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'senim') IS NULL
    CREATE LOGIN senim WITH PASSWORD = N'$(Password)', DEFAULT_DATABASE = senim, CHECK_POLICY = OFF;
ELSE
    ALTER LOGIN senim WITH PASSWORD = N'$(Password)';
GO
USE senim;
IF USER_ID(N'senim') IS NULL CREATE USER senim FOR LOGIN senim;
-- It changes tables when a new version needs it, and reads and writes rows; nothing outside this database.
ALTER ROLE db_ddladmin ADD MEMBER senim;
ALTER ROLE db_datareader ADD MEMBER senim;
ALTER ROLE db_datawriter ADD MEMBER senim;
GO
