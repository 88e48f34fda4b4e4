#define _GNU_SOURCE

#include "cplatform.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int platform_exchange(int folder, const char *one, const char *other) {
  return renameat2(folder, one, folder, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int platform_sync_file_system(int file) {
  return syncfs(file) == 0 ? 0 : errno;
}
