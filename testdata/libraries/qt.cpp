// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore
#include "fake/task.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLibrary>
#include <QtCore/QLockFile>
#include <QtCore/QPluginLoader>
#include <QtCore/QProcess>
#include <QtCore/QSaveFile>
#include <QtCore/QSettings>
#include <QtCore/QSharedMemory>
#include <QtCore/QStorageInfo>
#include <QtCore/QSystemSemaphore>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTemporaryFile>
#include <QtCore/QTextStream>

using fake::Task;

// ---- files

Task<> files(QFile& file, QSaveFile& save, QTemporaryFile& temporary, QFileDevice& device, QBuffer& memory, char* data) {
  file.open(QIODevice::ReadOnly);             // want: blocking-file warning
  save.open(QIODevice::WriteOnly);            // want: blocking-file
  temporary.open();                           // want: blocking-file
  file.copy("b");                             // want: blocking-file
  QFile::copy("a", "b");                      // want: blocking-file
  file.rename("b");                           // want: blocking-file
  file.remove();                              // want: blocking-file
  file.link("b");                             // want: blocking-file
  file.resize(0);                             // want: blocking-file
  file.moveToTrash();                         // want: blocking-file
  file.symLinkTarget();                       // want: blocking-file
  QFile::exists("a");                         // want: blocking-file
  save.commit();                              // want: blocking-file
  device.flush();                             // want: blocking-file
  device.map(0, 1);                           // want: blocking-file
  file.read(data, 1);                         // want: blocking-file
  file.readAll();                             // want: blocking-file
  file.readLine();                            // want: blocking-file
  file.write(data, 1);                        // want: blocking-file
  file.peek(1);                               // want: blocking-file
  memory.read(data, 1);                       // ok: blocking-file   memory
  memory.readAll();                           // ok: blocking-file
  memory.write(data, 1);                      // ok: blocking-file
  file.fileName();                            // ok: blocking-file
  co_return;
}

Task<> folders(QDir& folder, QDirIterator& walk, QFileInfo& info, QStorageInfo& storage, QTemporaryDir& temporary) {
  folder.entryList();                         // want: blocking-file
  folder.entryInfoList();                     // want: blocking-file
  folder.exists();                            // want: blocking-file
  folder.mkpath("a");                         // want: blocking-file
  folder.mkdir("a");                          // want: blocking-file
  folder.rmpath("a");                         // want: blocking-file
  folder.rmdir("a");                          // want: blocking-file
  folder.remove("a");                         // want: blocking-file
  folder.rename("a", "b");                    // want: blocking-file
  folder.removeRecursively();                 // want: blocking-file
  walk.hasNext();                             // want: blocking-file
  walk.next();                                // want: blocking-file
  info.exists();                              // want: blocking-file note
  info.size();                                // want: blocking-file note
  info.isDir();                               // want: blocking-file note
  info.isFile();                              // want: blocking-file note
  info.fileName();                            // ok: blocking-file   text only
  info.refresh();                             // want: blocking-file
  info.canonicalFilePath();                   // want: blocking-file
  storage.refresh();                          // want: blocking-file
  temporary.remove();                         // want: blocking-file
  co_return;
}

Task<> configuration(QSettings& settings, QLibrary& library, QPluginLoader& loader) {
  settings.value("a");                        // ok: blocking-file
  settings.sync();                            // want: blocking-file
  library.load();                             // want: blocking-file
  loader.load();                              // want: blocking-file
  co_return;
}

Task<> text(QTextStream& stream) {
  stream.readLine();                          // want: blocking-console note
  stream.readAll();                           // want: blocking-console note
  stream.read(1);                             // want: blocking-console note
  co_return;
}

// ---- processes

Task<> processes(QProcess& process) {
  process.start("true");                      // ok: blocking-process
  process.waitForStarted();                   // want: blocking-process error
  process.waitForFinished();                  // want: blocking-process
  process.waitForFinished(1000);              // want: blocking-process
  process.waitForFinished(0);                 // ok: blocking-process   asks only
  process.waitForReadyRead();                 // want: blocking-process
  process.waitForBytesWritten();              // want: blocking-process
  process.readAll();                          // ok: blocking-file   what is there
  QProcess::execute("true");                  // want: blocking-process
  co_return;
}

Task<> shared(QLockFile& file, QSystemSemaphore& semaphore, QSharedMemory& memory) {
  file.lock();                                // want: blocking-ipc warning
  file.tryLock();                             // ok: blocking-ipc
  file.tryLock(0);                            // ok: blocking-ipc
  file.tryLock(100);                          // want: blocking-ipc
  semaphore.acquire();                        // want: blocking-ipc
  memory.lock();                              // want: blocking-ipc
  memory.attach();                            // ok: blocking-ipc   normally short
  memory.create(1);                           // ok: blocking-ipc
  co_return;
}

Task<> device(QIODevice& device) {
  device.waitForReadyRead(100);               // want: blocking-socket
  device.waitForReadyRead(0);                 // ok: blocking-socket
  device.waitForBytesWritten(100);            // want: blocking-socket
  co_return;
}

// ---- views of what a task outlives

Task<> readText(QStringView text) {
  co_await fake::Tick{};
  text.size();
}
Task<> readBytes(QByteArrayView bytes) {
  co_await fake::Tick{};
  bytes.size();
}
Task<> forwardsText() { return readText(QString("text")); }           // want: dangling-reference
Task<> forwardsBytes() { return readBytes(QByteArray("bytes")); }     // want: dangling-reference
