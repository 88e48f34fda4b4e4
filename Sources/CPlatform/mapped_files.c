#define _GNU_SOURCE

#include "cplatform.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

// All of this runs in a signal handler: it calls nothing that signal-safety(7) does not list, and
// keeps no memory of its own.

static volatile sig_atomic_t exit_status;
static volatile sig_atomic_t writes_json;
static volatile sig_atomic_t is_terminal;
static char has_ended;

static void put(const char *text, size_t count) {
  while (count > 0) {
    ssize_t done = write(STDERR_FILENO, text, count);
    if (done <= 0) return;
    text += done;
    count -= (size_t)done;
  }
}

#define PUT(text) put(text, sizeof text - 1)

// One character of a name; of those that could break the line or the JSON, an escape.
static void put_name(unsigned char byte) {
  static const char digits[] = "0123456789ABCDEF";
  char escape[] = {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
  char json[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
  if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') put((char *)&byte, 1);
  else if (writes_json) put(json, sizeof json);
  else put(escape, sizeof escape);
}

// A line of /proc/self/maps: `start-end rwxp offset dev:dev inode   path`.
struct line {
  uintptr_t start, end;
  int field;         // 0 start, 1 end, 2 … 5 up to the inode, 6 the space before the path, 7 the path
  int is_wanted;
};

static int hex(unsigned char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

// Reads one byte of the list; puts the path of the mapping that holds `address`.
static void read_byte(struct line *line, unsigned char byte, uintptr_t address) {
  if (byte == '\n') {
    *line = (struct line){0, 0, 0, 0};
  } else if (line->field < 2) {
    uintptr_t *number = line->field == 0 ? &line->start : &line->end;
    if (hex(byte) >= 0) *number = *number * 16 + (uintptr_t)hex(byte);
    else line->field++;
    if (line->field == 2) line->is_wanted = line->start <= address && address < line->end;
  } else if (line->field < 6) {
    if (byte == ' ') line->field++;
  } else {
    if (line->field == 6 && byte == ' ') return;
    line->field = 7;
    if (line->is_wanted) put_name(byte);
  }
}

static void put_path(uintptr_t address) {
  int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    PUT("a file");
    return;
  }
  unsigned char bytes[4096];
  struct line line = {0, 0, 0, 0};
  ssize_t count;
  while ((count = read(file, bytes, sizeof bytes)) > 0) {
    for (ssize_t index = 0; index < count; index++) read_byte(&line, bytes[index], address);
  }
  close(file);
}

static void end(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  // Several threads may read the file; the first says so.
  if (__atomic_test_and_set(&has_ended, __ATOMIC_SEQ_CST)) {
    for (;;) pause();
  }
  if (is_terminal) PUT("\r\033[K");
  if (writes_json) PUT("{\"severity\":\"error\",\"identifier\":\"file-shrank\",\"file\":\"");
  else PUT("error: ");
  put_path((uintptr_t)info->si_addr);
  if (writes_json) PUT("\",\"summary\":\"");
  else PUT(": ");
  PUT("shrank while it was read, or the disk does not give it");
  if (writes_json) PUT("\",\"remedy\":\"");
  else PUT(". ");
  PUT("Run it again when nothing writes to the file.");
  if (writes_json) PUT("\"}");
  PUT("\n");
  _exit(exit_status);
}

void platform_guard_mapped_files(int status, int as_json) {
  exit_status = status;
  writes_json = as_json;
  is_terminal = !as_json && isatty(STDERR_FILENO);
  struct sigaction action = {.sa_sigaction = end, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, NULL);
}
