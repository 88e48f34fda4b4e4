#pragma once

// Exchanges two names of the folder open as `folder` in one step (Linux, renameat2 with
// RENAME_EXCHANGE). Returns 0 or an errno value; EINVAL or ENOSYS where it is not supported.
int platform_exchange(int folder, const char *one, const char *other);

// Writes everything of the file system that holds `file` to its disk. Returns 0 or an errno value.
int platform_sync_file_system(int file);

// From now on a mapped file that shrinks while it is read, or that the disk cannot give, ends the
// process with `status` and one line on standard error that names it: a JSON object where `as_json`
// is not 0. Without this the process dies of SIGBUS.
void platform_guard_mapped_files(int status, int as_json);
