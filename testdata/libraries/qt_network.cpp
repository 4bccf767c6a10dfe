// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore
#include "fake/task.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusInterface>
#include <QtDBus/QDBusPendingCall>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusReply>
#include <QtNetwork/QHostInfo>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlTableModel>

using fake::Task;

Task<> sockets(QAbstractSocket& any, QTcpSocket& tcp, QSslSocket& ssl, QLocalSocket& local, QTcpServer& server, QLocalServer& pipe) {
  any.waitForConnected();                     // want: blocking-socket error
  any.waitForReadyRead();                     // want: blocking-socket
  any.waitForBytesWritten();                  // want: blocking-socket
  any.waitForDisconnected();                  // want: blocking-socket
  tcp.waitForConnected(1000);                 // want: blocking-socket
  tcp.waitForReadyRead(0);                    // ok: blocking-socket   asks only
  tcp.readAll();                              // ok: blocking-file   what is there
  tcp.write("a");                             // ok: blocking-file
  ssl.waitForConnected();                     // want: blocking-socket
  ssl.waitForEncrypted();                     // want: blocking-socket
  ssl.waitForReadyRead();                     // want: blocking-socket
  ssl.waitForBytesWritten();                  // want: blocking-socket
  ssl.waitForDisconnected();                  // want: blocking-socket
  local.waitForConnected();                   // want: blocking-socket
  local.waitForReadyRead();                   // want: blocking-socket
  local.waitForBytesWritten();                // want: blocking-socket
  local.waitForDisconnected();                // want: blocking-socket
  server.waitForNewConnection();              // ok: blocking-socket   its timeout is 0 by default
  server.waitForNewConnection(1000);          // want: blocking-socket
  pipe.waitForNewConnection(1000);            // want: blocking-socket
  QHostInfo::fromName("localhost");           // want: blocking-dns error
  QHostInfo::localHostName();                 // ok: blocking-dns
  co_return;
}

Task<> bus(QDBusAbstractInterface& proxy, QDBusConnection& connection, QDBusMessage& message, QDBusPendingCall& call,
           QDBusPendingCallWatcher& watcher, QDBusPendingReply<int>& reply) {
  proxy.call("Ping");                                             // want: blocking-rpc error
  proxy.call(QDBus::Block, "Ping");                               // want: blocking-rpc
  proxy.call(QDBus::NoBlock, "Ping");                             // ok: blocking-rpc
  proxy.callWithArgumentList(QDBus::Block, "Ping", {});           // want: blocking-rpc
  proxy.asyncCall("Ping");                                        // ok: blocking-rpc
  connection.call(message);                                       // want: blocking-rpc
  connection.call(message, QDBus::NoBlock);                       // ok: blocking-rpc
  call.waitForFinished();                                         // want: blocking-rpc
  watcher.waitForFinished();                                      // want: blocking-rpc
  reply.value();                                                  // want: blocking-rpc warning
  QDBusInterface introspects("a", "/");                           // want: blocking-rpc
  QDBusReply<int> answer(call);                                   // ok: blocking-rpc   off
  co_return;
}

Task<> databases(QSqlDatabase& database, QSqlQuery& query, QSqlTableModel& table) {
  database.open();                            // want: blocking-database error
  database.exec("select 1");                  // want: blocking-database
  database.transaction();                     // want: blocking-database
  database.commit();                          // want: blocking-database
  database.rollback();                        // want: blocking-database
  database.tables();                          // want: blocking-database
  query.prepare("select 1");                  // want: blocking-database
  query.exec();                               // want: blocking-database
  query.exec("select 1");                     // want: blocking-database
  query.execBatch();                          // want: blocking-database
  query.next();                               // ok: blocking-database   normally short
  table.select();                             // want: blocking-database
  table.submitAll();                          // want: blocking-database
  static_cast<QSqlQueryModel&>(table).setQuery("select 1"); // want: blocking-database
  co_return;
}
