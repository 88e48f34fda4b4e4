#pragma once

// Exchanges two names of the folder open as `folder` in one step (Linux, renameat2 with
// RENAME_EXCHANGE). Returns 0 or an errno value; EINVAL or ENOSYS where it is not supported.
int platform_exchange(int folder, const char *one, const char *other);

// Writes everything of the file system that holds `file` to its disk. Returns 0 or an errno value.
int platform_sync_file_system(int file);
