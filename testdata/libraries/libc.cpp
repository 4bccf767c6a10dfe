// flags: -D_FORTIFY_SOURCE=0
#include "fake/task.h"

#include <aio.h>
#include <cerrno>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <pty.h>
#include <resolv.h>
#include <sched.h>
#include <semaphore.h>
#include <shadow.h>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <cwchar>
#include <fcntl.h>
#include <grp.h>
#include <linux/fs.h>
#include <linux/i2c-dev.h>
#include <mqueue.h>
#include <pwd.h>
#include <regex.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/ptrace.h>
#include <sys/random.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <threads.h>
#include <unistd.h>

using fake::Task;

// ---- sleeps

Task<> sleeps(const timespec* time, sigset_t* set, siginfo_t* info, int* number) {
  sleep(1);                                           // want: blocking-sleep error
  sleep(0);                                           // ok: blocking-sleep   zero returns at once
  usleep(10);                                         // want: blocking-sleep
  usleep(0);                                          // ok: blocking-sleep
  nanosleep(time, nullptr);                           // want: blocking-sleep
  clock_nanosleep(CLOCK_MONOTONIC, 0, time, nullptr); // want: blocking-sleep
  thrd_sleep(time, nullptr);                          // want: blocking-sleep
  const timespec none{};
  nanosleep(&none, nullptr);                          // ok: blocking-sleep
  pause();                                            // want: blocking-sleep
  sigpause(1);                                        // want: blocking-sleep
  sigsuspend(set);                                    // want: blocking-sleep
  sigwait(set, number);                               // want: blocking-sleep
  sigwaitinfo(set, info);                             // want: blocking-sleep
  sigtimedwait(set, info, time);                      // want: blocking-sleep
  sigtimedwait(set, info, &none);                     // ok: blocking-sleep
  co_return;
}

// ---- sockets

Task<> sockets(int fd, char* data, sockaddr* address, socklen_t* length, msghdr* message, mmsghdr* messages) {
  accept(fd, address, length);                         // want: blocking-socket warning
  accept4(fd, address, length, 0);                     // want: blocking-socket warning
  connect(fd, address, 16);                            // want: blocking-socket warning
  recv(fd, data, 1, 0);                                // want: blocking-socket warning
  recv(fd, data, 1, MSG_DONTWAIT);                     // ok: blocking-socket
  recv(fd, data, 1, MSG_PEEK | MSG_DONTWAIT);          // ok: blocking-socket
  recvfrom(fd, data, 1, 0, address, length);           // want: blocking-socket
  recvfrom(fd, data, 1, MSG_DONTWAIT, address, length); // ok: blocking-socket
  send(fd, data, 1, MSG_NOSIGNAL);                     // want: blocking-socket
  const int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
  send(fd, data, 1, flags);                            // ok: blocking-socket   a constant holds the flag
  sendto(fd, data, 1, 0, address, 16);                 // want: blocking-socket
  recvmsg(fd, message, 0);                             // want: blocking-socket
  recvmsg(fd, message, MSG_DONTWAIT);                  // ok: blocking-socket
  sendmsg(fd, message, 0);                             // want: blocking-socket
  recvmmsg(fd, messages, 1, 0, nullptr);               // want: blocking-socket
  sendmmsg(fd, messages, 1, 0);                        // want: blocking-socket
  sendmmsg(fd, messages, 1, MSG_DONTWAIT);             // ok: blocking-socket
  shutdown(fd, SHUT_RDWR);                             // ok: blocking-socket   normally short
  co_return;
}

Task<> modes(int fd, char* data, int* on, const sigset_t* signals) {
  fcntl(fd, F_SETFL, O_NONBLOCK);
  recv(fd, data, 1, 0);                                // ok: blocking-socket
  read(fd, data, 1);                                   // ok: blocking-file
  fcntl(fd, F_SETFL, 0);
  recvmsg(fd, nullptr, 0);                             // want: blocking-socket
  ioctl(fd, FIONBIO, on);
  recvmsg(fd, nullptr, 0);                             // ok: blocking-socket
  const int made = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  send(made, data, 1, 0);                              // ok: blocking-socket
  const int accepted = accept4(made, nullptr, nullptr, SOCK_NONBLOCK); // ok: blocking-socket
  recv(accepted, data, 1, 0);                          // ok: blocking-socket
  const int fifo = open("/run/fifo", O_NONBLOCK);      // want: blocking-file
  write(fifo, data, 1);                                // ok: blocking-file
  read(eventfd(0, EFD_NONBLOCK), data, 8);             // ok: blocking-file
  read(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), data, 8); // ok: blocking-file
  read(signalfd(-1, signals, SFD_NONBLOCK), data, 8);  // ok: blocking-file
  read(inotify_init1(IN_NONBLOCK), data, 8);           // ok: blocking-file
  read(eventfd(0, 0), data, 8);                        // want: blocking-file
  co_return;
}

Task<> readiness(pollfd* fds, fd_set* set, epoll_event* events, const timespec* limit) {
  poll(fds, 1, -1);                                         // want: blocking-socket error
  poll(fds, 1, 0);                                          // ok: blocking-socket   a zero timeout only looks
  ppoll(fds, 1, limit, nullptr);                            // want: blocking-socket
  select(1, set, nullptr, nullptr, nullptr);                // want: blocking-socket
  timeval zero{};
  select(1, set, nullptr, nullptr, &zero);                  // ok: blocking-socket
  pselect(1, set, nullptr, nullptr, limit, nullptr);        // want: blocking-socket
  epoll_wait(3, events, 1, -1);                             // want: blocking-socket
  epoll_wait(3, events, 1, 0);                              // ok: blocking-socket
  epoll_pwait(3, events, 1, 100, nullptr);                  // want: blocking-socket
  epoll_pwait2(3, events, 1, limit, nullptr);               // want: blocking-socket
  co_return;
}

// ---- names

Task<> names(const char* host, addrinfo* hints, addrinfo** found, hostent* entry, char* buffer) {
  getaddrinfo(host, "80", nullptr, found);                  // want: blocking-dns error
  getaddrinfo(host, "80", hints, found);                    // want: blocking-dns warning
  sockaddr address{};
  getnameinfo(&address, 16, buffer, 9, nullptr, 0, 0);              // want: blocking-dns
  getnameinfo(&address, 16, buffer, 9, nullptr, 0, NI_NUMERICHOST); // ok: blocking-dns
  int error = 0;
  gethostbyname(host);                                                  // want: blocking-dns
  gethostbyname2(host, AF_INET);                                        // want: blocking-dns
  gethostbyaddr(buffer, 4, AF_INET);                                    // want: blocking-dns
  gethostbyname_r(host, entry, buffer, 9, &entry, &error);              // want: blocking-dns
  gethostbyname2_r(host, AF_INET, entry, buffer, 9, &entry, &error);    // want: blocking-dns
  gethostbyaddr_r(buffer, 4, AF_INET, entry, buffer, 9, &entry, &error); // want: blocking-dns
  gethostent();                                                         // want: blocking-dns
  getnetbyname("loopback");                                             // want: blocking-dns
  gaicb* requests[1] = {};
  gai_suspend(requests, 1, nullptr);                                    // want: blocking-dns
  auto* answer = reinterpret_cast<unsigned char*>(buffer);
  res_query(host, 1, 1, answer, 9);                                     // want: blocking-dns
  res_search(host, 1, 1, answer, 9);                                    // want: blocking-dns
  res_querydomain(host, host, 1, 1, answer, 9);                         // want: blocking-dns
  res_send(answer, 9, answer, 9);                                       // want: blocking-dns
  struct __res_state state {};
  res_nquery(&state, host, 1, 1, answer, 9);                            // want: blocking-dns
  res_nsearch(&state, host, 1, 1, answer, 9);                           // want: blocking-dns
  co_return;
}

Task<> users(passwd* user, group* team, char* buffer, gid_t* ids, int* count) {
  getpwnam("root");                                // want: blocking-dns
  getpwuid(0);                                     // want: blocking-dns
  getpwnam_r("root", user, buffer, 9, &user);      // want: blocking-dns
  getpwuid_r(0, user, buffer, 9, &user);           // want: blocking-dns
  getgrnam("root");                                // want: blocking-dns
  getgrgid(0);                                     // want: blocking-dns
  getgrnam_r("root", team, buffer, 9, &team);      // want: blocking-dns
  getgrgid_r(0, team, buffer, 9, &team);           // want: blocking-dns
  getgrouplist("root", 0, ids, count);             // want: blocking-dns
  initgroups("root", 0);                           // want: blocking-dns
  getservbyname("http", "tcp");                    // want: blocking-dns
  getservbyport(80, "tcp");                        // want: blocking-dns
  getprotobyname("tcp");                           // want: blocking-dns
  innetgr("a", "b", "c", "d");                     // want: blocking-dns
  getspnam("root");                                // want: blocking-dns
  co_return;
}

// ---- processes

Task<> processes(FILE* pipe, pid_t child, int* status, char** arguments) {
  system("true");                                           // want: blocking-process
  popen("true", "r");                                       // want: blocking-process
  pclose(pipe);                                             // want: blocking-process
  wait(status);                                             // want: blocking-process
  wait3(status, 0, nullptr);                                // want: blocking-process
  wait3(status, WNOHANG, nullptr);                          // ok: blocking-process
  wait4(child, status, 0, nullptr);                         // want: blocking-process
  wait4(child, status, WNOHANG, nullptr);                   // ok: blocking-process
  waitpid(child, status, 0);                                // want: blocking-process
  waitpid(child, status, WNOHANG | WUNTRACED);              // ok: blocking-process
  siginfo_t info;
  waitid(P_PID, 1, &info, WEXITED);                         // want: blocking-process
  waitid(P_PID, 1, &info, WEXITED | WNOHANG);               // ok: blocking-process
  fork();                                                   // want: blocking-process
  vfork();                                                  // want: blocking-process
  _Fork();                                                  // ok: blocking-process   off
  posix_spawn(&child, "true", nullptr, nullptr, arguments, nullptr);  // want: blocking-process
  posix_spawnp(&child, "true", nullptr, nullptr, arguments, nullptr); // want: blocking-process
  forkpty(status, nullptr, nullptr, nullptr);               // want: blocking-process
  daemon(0, 0);                                             // want: blocking-process
  co_return;
}

// ---- console

Task<> console(int fd, char* data, char* line, wchar_t* wide, size_t* size, va_list rest) {
  getchar();                          // want: blocking-console
  getchar_unlocked();                 // want: blocking-console
  scanf("%s", line);                  // want: blocking-console
  vscanf("%s", rest);                 // want: blocking-console
  getwchar();                         // want: blocking-console
  wscanf(L"%s", line);                // want: blocking-console
  getpass("password");                // want: blocking-console
  read(STDIN_FILENO, data, 1);        // want: blocking-console error // ok: blocking-file
  read(0, data, 1);                   // want: blocking-console
  read(fd, data, 1);                  // want: blocking-file // ok: blocking-console   nobody knows
  fread(line, 1, 1, stdin);           // want: blocking-console
  fread_unlocked(line, 1, 1, stdin);  // want: blocking-console
  fgets(line, 9, stdin);              // want: blocking-console
  fgets_unlocked(line, 9, stdin);     // want: blocking-console
  fgetws(wide, 9, stdin);             // want: blocking-console
  fgetc(stdin);                       // want: blocking-console
  fgetwc(stdin);                      // want: blocking-console
  getc(stdin);                        // want: blocking-console
  fscanf(stdin, "%s", line);          // want: blocking-console
  vfscanf(stdin, "%s", rest);         // want: blocking-console
  fwscanf(stdin, L"%s", line);        // want: blocking-console
  getline(&line, size, stdin);        // want: blocking-console
  getdelim(&line, size, '\n', stdin); // want: blocking-console
  printf("hello");                    // ok: blocking-console   writes are off
  vprintf("hello", rest);             // ok: blocking-console
  puts("hello");                      // ok: blocking-console
  putchar('h');                       // ok: blocking-console
  perror("hello");                    // ok: blocking-console
  fprintf(stderr, "hello");           // ok: blocking-console // ok: blocking-file
  vfprintf(stdout, "hello", rest);    // ok: blocking-console // ok: blocking-file
  fputs("hello", stderr);             // ok: blocking-console // ok: blocking-file
  fputc('h', stdout);                 // ok: blocking-console // ok: blocking-file
  fputws(L"hello", stdout);           // ok: blocking-console // ok: blocking-file
  co_return;
}

// ---- waits

void* work(void*) {
  sleep(1);                           // ok: blocking-sleep   a thread of its own
  return nullptr;
}
int tick(void*) {
  sleep(1);                           // ok: blocking-sleep   a thread of its own
  return 0;
}

Task<> waits(pthread_t thread, thrd_t c_thread, pthread_cond_t* condition, pthread_mutex_t* mutex, cnd_t* c_condition, mtx_t* c_mutex,
             sem_t* semaphore, pthread_barrier_t* barrier, const timespec* limit) {
  pthread_create(&thread, nullptr, work, nullptr);
  thrd_create(&c_thread, tick, nullptr);
  pthread_join(thread, nullptr);                                              // want: blocking-wait
  pthread_timedjoin_np(thread, nullptr, limit);                               // want: blocking-wait
  pthread_clockjoin_np(thread, nullptr, CLOCK_MONOTONIC, limit);              // want: blocking-wait
  thrd_join(c_thread, nullptr);                                               // want: blocking-wait
  pthread_cond_wait(condition, mutex);                                        // want: blocking-wait
  pthread_cond_timedwait(condition, mutex, limit);                            // want: blocking-wait
  pthread_cond_clockwait(condition, mutex, CLOCK_MONOTONIC, limit);           // want: blocking-wait
  cnd_wait(c_condition, c_mutex);                                             // want: blocking-wait
  cnd_timedwait(c_condition, c_mutex, limit);                                 // want: blocking-wait
  sem_wait(semaphore);                                                        // want: blocking-wait
  sem_trywait(semaphore);                                                     // ok: blocking-wait
  sem_timedwait(semaphore, limit);                                            // want: blocking-wait
  sem_clockwait(semaphore, CLOCK_MONOTONIC, limit);                           // want: blocking-wait
  pthread_barrier_wait(barrier);                                              // want: blocking-wait
  aiocb* operations[1] = {};
  aio_read(operations[0]);                                                    // ok: blocking-file   submits only
  aio_suspend(operations, 1, nullptr);                                        // want: blocking-wait
  lio_listio(LIO_WAIT, operations, 1, nullptr);                               // want: blocking-wait
  lio_listio(LIO_NOWAIT, operations, 1, nullptr);                             // ok: blocking-wait
  sched_yield();                                                              // ok: blocking-wait   off
  syscall(SYS_futex, nullptr, 0, 0);                                          // ok: blocking-wait   off
  pthread_detach(thread);  // want: detached-task
  thrd_detach(c_thread);  // want: detached-task
  co_return;
}

// ---- between processes

Task<> ipc(int fd, char* data, mqd_t queue, const timespec* limit) {
  flock(fd, LOCK_EX);                                      // want: blocking-ipc warning
  flock(fd, LOCK_EX | LOCK_NB);                            // ok: blocking-ipc
  lockf(fd, F_LOCK, 0);                                    // want: blocking-ipc
  lockf(fd, F_TLOCK, 0);                                   // ok: blocking-ipc
  lockf64(fd, F_LOCK, 0);                                  // want: blocking-ipc
  lockf64(fd, F_ULOCK, 0);                                 // ok: blocking-ipc
  fcntl(fd, F_SETLKW, data);                               // want: blocking-ipc
  fcntl(fd, F_OFD_SETLKW, data);                           // want: blocking-ipc
  fcntl(fd, F_SETLK, data);                                // ok: blocking-ipc
  fcntl(fd, F_GETFL);                                      // ok: blocking-ipc
  msgsnd(1, data, 1, 0);                                   // want: blocking-ipc
  msgsnd(1, data, 1, IPC_NOWAIT);                          // ok: blocking-ipc
  msgrcv(1, data, 1, 0, 0);                                // want: blocking-ipc
  msgrcv(1, data, 1, 0, IPC_NOWAIT | MSG_NOERROR);         // ok: blocking-ipc
  semop(1, nullptr, 1);                                    // want: blocking-ipc note
  semtimedop(1, nullptr, 1, limit);                        // want: blocking-ipc note
  mq_send(queue, data, 1, 0);                              // want: blocking-ipc note
  mq_receive(queue, data, 1, nullptr);                     // want: blocking-ipc note
  mq_timedsend(queue, data, 1, 0, limit);                  // want: blocking-ipc note
  mq_timedreceive(queue, data, 1, nullptr, limit);         // want: blocking-ipc note
  tcdrain(fd);                                             // want: blocking-ipc
  shm_open("/a", O_RDWR, 0);                               // ok: blocking-ipc   normally short
  shm_unlink("/a");                                        // ok: blocking-ipc
  shmget(1, 1, 0);                                         // ok: blocking-ipc
  shmat(1, nullptr, 0);                                    // ok: blocking-ipc
  tcflush(fd, TCIFLUSH);                                   // ok: blocking-ipc
  ioctl(fd, FIONBIO, data);                                // ok: blocking-ipc
  ioctl(fd, I2C_RDWR, data);                               // want: blocking-ipc warning
  ioctl(fd, I2C_SMBUS, data);                              // want: blocking-ipc
  ioctl(fd, BLKDISCARD, data);                             // want: blocking-ipc
  ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);             // ok: blocking-ipc
  getrandom(data, 1, 0);                                   // ok: blocking-ipc
  getentropy(data, 1);                                     // ok: blocking-ipc
  co_return;
}

// ---- locks

void once() { sleep(1); }

Task<> locks(pthread_mutex_t* mutex, pthread_spinlock_t* spin, pthread_rwlock_t* shared, mtx_t* c_mutex, const timespec* limit) {
  pthread_mutex_lock(mutex);                                  // want: blocking-lock note
  pthread_mutex_trylock(mutex);                               // ok: blocking-lock
  pthread_mutex_timedlock(mutex, limit);                      // want: blocking-lock
  pthread_mutex_clocklock(mutex, CLOCK_MONOTONIC, limit);     // want: blocking-lock
  pthread_mutex_unlock(mutex);                                // ok: blocking-lock
  pthread_spin_lock(spin);                                    // want: blocking-lock
  pthread_rwlock_rdlock(shared);                              // want: blocking-lock
  pthread_rwlock_wrlock(shared);                              // want: blocking-lock
  pthread_rwlock_tryrdlock(shared);                           // ok: blocking-lock
  pthread_rwlock_timedrdlock(shared, limit);                  // want: blocking-lock
  pthread_rwlock_timedwrlock(shared, limit);                  // want: blocking-lock
  mtx_lock(c_mutex);                                          // want: blocking-lock
  mtx_timedlock(c_mutex, limit);                              // want: blocking-lock
  mtx_trylock(c_mutex);                                       // ok: blocking-lock
  flockfile(stdout);                                          // ok: blocking-lock   off
  co_return;
}

Task<> onces(pthread_once_t* flag, once_flag* c_flag) {
  pthread_once(flag, once);                                   // want: blocking-sleep via once, sleep
  call_once(c_flag, once);                                    // want: blocking-sleep via once, sleep
  co_return;
}

// ---- heavy

int slowly(const void*, const void*) {
  usleep(1);
  return 0;
}

Task<> heavy(regex_t* pattern, int* numbers) {
  regcomp(pattern, "a*", 0);                    // ok: cpu-heavy   the rule is off
  regexec(pattern, "a", 0, nullptr, 0);         // ok: cpu-heavy
  qsort(numbers, 1, 1, slowly);                 // want: blocking-sleep via slowly, usleep
  bsearch(numbers, numbers, 1, 1, slowly);      // want: blocking-sleep via slowly, usleep
  co_return;
}

// ---- nobody's loop

int main() {
  sleep(1);                                     // ok: blocking-sleep   no async code here
}
