// flags: -D_FORTIFY_SOURCE=0
#include "fake/task.h"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <fts.h>
#include <ftw.h>
#include <glob.h>
#include <mntent.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <syslog.h>
#include <unistd.h>
#include <utime.h>
#include <wordexp.h>

using fake::Task;

Task<> opening(char* path) {
  open(path, O_RDONLY);              // want: blocking-file warning
  open64(path, O_RDONLY);            // want: blocking-file
  openat(3, path, O_RDONLY);         // want: blocking-file
  openat64(3, path, O_RDONLY);       // want: blocking-file
  creat(path, 0600);                 // want: blocking-file
  creat64(path, 0600);               // want: blocking-file
  mkstemp(path);                     // want: blocking-file
  mkostemp(path, 0);                 // want: blocking-file
  mkstemps(path, 1);                 // want: blocking-file
  fopen(path, "r");                  // want: blocking-file
  fopen64(path, "r");                // want: blocking-file
  freopen(path, "r", stdin);         // want: blocking-file
  tmpfile();                         // want: blocking-file
  co_return;
}

Task<> streams(FILE* file, char* data, wchar_t* wide, size_t* size, va_list rest, fpos_t* position) {
  fread(data, 1, 1, file);           // want: blocking-file
  fread_unlocked(data, 1, 1, file);  // want: blocking-file
  fgets(data, 9, file);              // want: blocking-file
  fgets_unlocked(data, 9, file);     // want: blocking-file
  fgetws(wide, 9, file);             // want: blocking-file
  fgetc(file);                       // want: blocking-file
  fgetwc(file);                      // want: blocking-file
  getc(file);                        // want: blocking-file
  fscanf(file, "%s", data);          // want: blocking-file
  vfscanf(file, "%s", rest);         // want: blocking-file
  fwscanf(file, L"%s", data);        // want: blocking-file
  getline(&data, size, file);        // want: blocking-file
  getdelim(&data, size, ';', file);  // want: blocking-file
  fwrite(data, 1, 1, file);          // want: blocking-file
  fwrite_unlocked(data, 1, 1, file); // want: blocking-file
  fputs(data, file);                 // want: blocking-file
  fputc('a', file);                  // want: blocking-file
  fputws(wide, file);                // want: blocking-file
  fprintf(file, "a");                // want: blocking-file
  vfprintf(file, "a", rest);         // want: blocking-file
  fflush(file);                      // want: blocking-file
  fflush(stdout);                    // ok: blocking-file
  fcloseall();                       // want: blocking-file
  fseek(file, 0, SEEK_SET);          // want: blocking-file
  fseeko(file, 0, SEEK_SET);         // want: blocking-file
  ftell(file);                       // ok: blocking-file   normally short
  ftello(file);                      // ok: blocking-file
  rewind(file);                      // ok: blocking-file
  fsetpos(file, position);           // ok: blocking-file
  fgetpos(file, position);           // ok: blocking-file
  fclose(file);                      // want: blocking-file
  co_return;
}

Task<> descriptors(int fd, char* data, iovec* parts, off_t* offset, off64_t* wide_offset) {
  pread(fd, data, 1, 0);                            // want: blocking-file
  pread64(fd, data, 1, 0);                          // want: blocking-file
  pwrite(fd, data, 1, 0);                           // want: blocking-file
  pwrite64(fd, data, 1, 0);                         // want: blocking-file
  preadv(fd, parts, 1, 0);                          // want: blocking-file
  pwritev(fd, parts, 1, 0);                         // want: blocking-file
  preadv2(fd, parts, 1, 0, 0);                      // want: blocking-file
  preadv2(fd, parts, 1, 0, RWF_NOWAIT);             // ok: blocking-file
  pwritev2(fd, parts, 1, 0, 0);                     // want: blocking-file
  pwritev2(fd, parts, 1, 0, RWF_NOWAIT);            // ok: blocking-file
  fsync(fd);                                        // want: blocking-file
  fdatasync(fd);                                    // want: blocking-file
  sync();                                           // want: blocking-file
  syncfs(fd);                                       // want: blocking-file
  sync_file_range(fd, 0, 1, 0);                     // want: blocking-file
  msync(data, 1, MS_SYNC);                          // want: blocking-file
  msync(data, 1, MS_ASYNC);                         // ok: blocking-file
  copy_file_range(fd, nullptr, fd, nullptr, 1, 0);  // want: blocking-file
  posix_fallocate(fd, 0, 1);                        // want: blocking-file
  fallocate(fd, 0, 0, 1);                           // want: blocking-file
  ftruncate(fd, 0);                                 // want: blocking-file
  truncate("a", 0);                                 // want: blocking-file
  readahead(fd, 0, 1);                              // want: blocking-file
  read(fd, data, 1);                                // want: blocking-file note
  readv(STDIN_FILENO, nullptr, 0);                  // want: blocking-console // ok: blocking-file
  write(fd, data, 1);                               // want: blocking-file note
  readv(fd, parts, 1);                              // want: blocking-file note
  writev(fd, parts, 1);                             // want: blocking-file note
  sendfile(fd, fd, offset, 1);                      // want: blocking-file note
  sendfile64(fd, fd, wide_offset, 1);               // want: blocking-file note
  vmsplice(fd, parts, 1, 0);                        // want: blocking-file note
  splice(fd, nullptr, fd, nullptr, 1, 0);           // want: blocking-file note
  splice(fd, nullptr, fd, nullptr, 1, SPLICE_F_MOVE | SPLICE_F_NONBLOCK); // ok: blocking-file
  tee(fd, fd, 1, 0);                                // want: blocking-file note
  tee(fd, fd, 1, SPLICE_F_NONBLOCK);                // ok: blocking-file
  close(fd);                                        // ok: blocking-file   normally short
  lseek(fd, 0, SEEK_SET);                           // ok: blocking-file
  lseek64(fd, 0, SEEK_SET);                         // ok: blocking-file
  dup(fd);                                          // ok: blocking-file
  mmap(nullptr, 1, 0, 0, fd, 0);                    // ok: blocking-file
  munmap(data, 1);                                  // ok: blocking-file
  madvise(data, 1, 0);                              // ok: blocking-file
  mlock(data, 1);                                   // ok: blocking-file
  fdopen(fd, "r");                                  // ok: blocking-file
  mlockall(0);                                      // want: blocking-file
  co_return;
}

void log(va_list rest) { vsyslog(LOG_INFO, "a", rest); }

Task<> logging(va_list rest) {
  syslog(LOG_INFO, "a");            // ok: blocking-file   off
  log(rest);                        // ok: blocking-file
  co_return;
}

Task<> attributes(const char* path, struct stat* info, struct stat64* wide, struct statx* much) {
  stat(path, info);                            // want: blocking-file
  stat64(path, wide);                          // want: blocking-file
  lstat(path, info);                           // want: blocking-file
  lstat64(path, wide);                         // want: blocking-file
  fstatat(3, path, info, 0);                   // want: blocking-file
  statx(3, path, 0, 0, much);                  // want: blocking-file
  fstat(3, info);                              // ok: blocking-file   normally short
  fstat64(3, wide);                            // ok: blocking-file
  access(path, R_OK);                          // want: blocking-file
  faccessat(3, path, R_OK, 0);                 // want: blocking-file
  euidaccess(path, R_OK);                      // want: blocking-file
  chmod(path, 0600);                           // want: blocking-file
  fchmod(3, 0600);                             // want: blocking-file
  fchmodat(3, path, 0600, 0);                  // want: blocking-file
  chown(path, 0, 0);                           // want: blocking-file
  fchown(3, 0, 0);                             // want: blocking-file
  lchown(path, 0, 0);                          // want: blocking-file
  fchownat(3, path, 0, 0, 0);                  // want: blocking-file
  utime(path, nullptr);                        // want: blocking-file
  utimes(path, nullptr);                       // want: blocking-file
  utimensat(3, path, nullptr, 0);              // want: blocking-file
  futimens(3, nullptr);                        // want: blocking-file
  char value[9];
  getxattr(path, "a", value, 9);               // want: blocking-file
  setxattr(path, "a", value, 9, 0);            // want: blocking-file
  listxattr(path, value, 9);                   // want: blocking-file
  pathconf(path, _PC_NAME_MAX);                // ok: blocking-file   normally short
  co_return;
}

Task<> entries(const char* path, char* buffer) {
  mkdir(path, 0700);                           // want: blocking-file
  mkdirat(3, path, 0700);                      // want: blocking-file
  mkdtemp(buffer);                             // want: blocking-file
  rmdir(path);                                 // want: blocking-file
  unlink(path);                                // want: blocking-file
  unlinkat(3, path, 0);                        // want: blocking-file
  remove(path);                                // want: blocking-file
  rename(path, path);                          // want: blocking-file
  renameat(3, path, 3, path);                  // want: blocking-file
  renameat2(3, path, 3, path, 0);              // want: blocking-file
  link(path, path);                            // want: blocking-file
  linkat(3, path, 3, path, 0);                 // want: blocking-file
  symlink(path, path);                         // want: blocking-file
  symlinkat(path, 3, path);                    // want: blocking-file
  readlink(path, buffer, 9);                   // want: blocking-file
  readlinkat(3, path, buffer, 9);              // want: blocking-file
  realpath(path, buffer);                      // want: blocking-file
  canonicalize_file_name(path);                // want: blocking-file
  mknod(path, 0, 0);                           // want: blocking-file
  mkfifo(path, 0);                             // ok: blocking-file   normally short
  tempnam(path, "a");                          // want: blocking-file
  tmpnam(buffer);                              // ok: blocking-file
  getcwd(buffer, 9);                           // ok: blocking-file
  chdir(path);                                 // ok: blocking-file
  fchdir(3);                                   // ok: blocking-file
  chroot(path);                                // want: blocking-file
  dlopen(path, 0);                             // want: blocking-file
  co_return;
}

int visit(const char*, const struct stat*, int) {
  usleep(1);
  return 0;
}
int visitMore(const char*, const struct stat*, int, FTW*) {
  usleep(1);
  return 0;
}
int choose(const dirent*) {
  usleep(1);
  return 1;
}
int choose64(const dirent64*) { return 1; }
int failed(const char*, int) {
  usleep(1);
  return 0;
}

Task<> folders(const char* path, DIR* folder, dirent* entry, dirent** list, dirent64** list64, glob_t* names, wordexp_t* words) {
  opendir(path);                                // want: blocking-file
  fdopendir(3);                                 // want: blocking-file
  readdir(folder);                              // want: blocking-file
  readdir64(folder);                            // want: blocking-file
  readdir_r(folder, entry, &entry);             // want: blocking-file
  closedir(folder);                             // ok: blocking-file   normally short
  scandir(path, &list, nullptr, nullptr);       // want: blocking-file
  scandir(path, &list, choose, nullptr);        // want: blocking-file // want: blocking-sleep via choose, usleep
  scandir64(path, &list64, choose64, nullptr);  // want: blocking-file
  nftw(path, visitMore, 1, 0);                  // want: blocking-file // want: blocking-sleep via visitMore, usleep
  ftw(path, visit, 1);                          // want: blocking-file // want: blocking-sleep via visit, usleep
  glob(path, 0, failed, names);                 // want: blocking-file // want: blocking-sleep via failed, usleep
  wordexp(path, words, 0);                      // want: blocking-file
  char* paths[1] = {};
  FTS* tree = fts_open(paths, 0, nullptr);      // want: blocking-file
  fts_read(tree);                               // want: blocking-file
  fts_children(tree, 0);                        // want: blocking-file
  co_return;
}

Task<> mounts(const char* path, struct statvfs* info, struct statfs* more, FILE* table) {
  statvfs(path, info);                          // want: blocking-file
  fstatvfs(3, info);                            // want: blocking-file
  statfs(path, more);                           // want: blocking-file
  fstatfs(3, more);                             // want: blocking-file
  mount(path, path, "ext4", 0, nullptr);        // want: blocking-file
  umount(path);                                 // want: blocking-file
  umount2(path, 0);                             // want: blocking-file
  getmntent(table);                             // want: blocking-file
  co_return;
}
