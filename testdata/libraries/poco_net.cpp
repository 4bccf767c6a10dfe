#include "fake/task.h"

#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Data/Statement.h>
#include <Poco/MongoDB/Connection.h>
#include <Poco/MongoDB/Cursor.h>
#include <Poco/MongoDB/RequestMessage.h>
#include <Poco/MongoDB/ResponseMessage.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/DatagramSocket.h>
#include <Poco/Net/DialogSocket.h>
#include <Poco/Net/FTPClientSession.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPStreamFactory.h>
#include <Poco/Net/ICMPClient.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/NTPClient.h>
#include <Poco/Net/POP3ClientSession.h>
#include <Poco/Net/PollSet.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketStream.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/WebSocket.h>
#include <Poco/Redis/Client.h>
#include <Poco/URI.h>

using fake::Task;

class Session : public Poco::Net::HTTPClientSession {
public:
  Task<> connects() {
    connect(Poco::Net::SocketAddress());                        // want: blocking-http
    co_return;
  }
};

Task<> http(Poco::Net::HTTPClientSession& session, Poco::Net::HTTPRequest& request, Poco::Net::HTTPResponse& response,
            Poco::Net::HTTPStreamFactory& factory, const Poco::URI& uri) {
  session.sendRequest(request);                                 // want: blocking-http error
  session.receiveResponse(response);                            // want: blocking-http
  session.peekResponse(response);                               // want: blocking-http
  session.reset();                                              // ok: blocking-http
  factory.open(uri);                                            // want: blocking-http
  co_return;
}

Task<> ftp(Poco::Net::FTPClientSession& session) {
  session.open("localhost", 21);                                // want: blocking-http
  session.login("a", "b");                                      // want: blocking-http
  session.beginDownload("a");                                   // want: blocking-http
  session.endDownload();                                        // want: blocking-http
  session.beginUpload("a");                                     // want: blocking-http
  session.endUpload();                                          // want: blocking-http
  session.beginList();                                          // want: blocking-http
  co_return;
}

Task<> mail(Poco::Net::SMTPClientSession& smtp, Poco::Net::POP3ClientSession& pop, Poco::Net::MailMessage& message,
            Poco::Net::POP3ClientSession::MessageInfoVec& list, Poco::Net::NTPClient& clock, Poco::Net::ICMPClient& echo) {
  smtp.open();                                                  // want: blocking-http
  smtp.login();                                                 // want: blocking-http
  smtp.sendMessage(message);                                    // want: blocking-http
  pop.login("a", "b");                                          // want: blocking-http
  pop.listMessages(list);                                       // want: blocking-http
  pop.retrieveMessage(1, message);                              // want: blocking-http
  clock.request("localhost");                                   // want: blocking-http
  echo.ping("localhost");                                       // want: blocking-http
  co_return;
}

Task<> sockets(Poco::Net::StreamSocket& stream, Poco::Net::DatagramSocket& datagram, Poco::Net::ServerSocket& server,
               Poco::Net::PollSet& set, const Poco::Net::SocketAddress& peer, Poco::Net::SocketAddress& from, char* data) {
  Poco::Net::StreamSocket none;                                 // ok: blocking-socket   connects to nobody
  Poco::Net::StreamSocket connected(peer);                      // want: blocking-socket error
  stream.connect(peer);                                         // want: blocking-socket
  stream.sendBytes(data, 1);                                    // want: blocking-socket
  stream.receiveBytes(data, 1);                                 // want: blocking-socket
  datagram.sendTo(data, 1, peer);                               // want: blocking-socket
  datagram.receiveFrom(data, 1, from);                          // want: blocking-socket
  datagram.sendBytes(data, 1);                                  // want: blocking-socket
  datagram.receiveBytes(data, 1);                               // want: blocking-socket
  server.acceptConnection();                                    // want: blocking-socket
  stream.poll(Poco::Timespan(1, 0), Poco::Net::Socket::SELECT_READ); // want: blocking-socket
  set.poll(Poco::Timespan(1, 0));                               // want: blocking-socket
  Poco::Net::Socket::SocketList list;
  Poco::Net::Socket::select(list, list, list, Poco::Timespan(1, 0)); // want: blocking-socket
  co_return;
}

Task<> nonBlocking(Poco::Net::StreamSocket& stream, char* data) {
  stream.setBlocking(false);
  stream.receiveBytes(data, 1);                                 // ok: blocking-socket   returns at once
  stream.setBlocking(true);
  stream.receiveBytes(data, 1);                                 // want: blocking-socket
  co_return;
}

Task<> dialogs(Poco::Net::WebSocket& web, Poco::Net::DialogSocket& dialog, Poco::Net::SecureStreamSocket& secure, char* data,
               std::string& text, int& flags) {
  web.receiveFrame(data, 1, flags);                             // want: blocking-socket
  web.sendFrame(data, 1);                                       // want: blocking-socket
  dialog.receiveMessage(text);                                  // want: blocking-socket
  dialog.sendMessage(text);                                     // want: blocking-socket
  secure.completeHandshake();                                   // want: blocking-socket
  co_return;
}

Task<> names(const Poco::Net::IPAddress& address) {
  Poco::Net::DNS::hostByName("localhost");                      // want: blocking-dns error
  Poco::Net::DNS::hostByAddress(address);                       // want: blocking-dns
  Poco::Net::DNS::resolve("localhost");                         // want: blocking-dns
  Poco::Net::DNS::resolveOne("localhost");                      // want: blocking-dns
  Poco::Net::DNS::thisHost();                                   // want: blocking-dns
  Poco::Net::DNS::hostName();                                   // ok: blocking-dns   normally short
  Poco::Net::SocketAddress parsed("127.0.0.1:80");              // ok: blocking-dns   off
  co_return;
}

Task<> databases(Poco::Data::Session& session, Poco::Data::Statement& statement, Poco::Data::SessionPool& pool) {
  Poco::Data::Session connected("SQLite", "a.db");              // want: blocking-database error
  session.open();                                               // want: blocking-database
  session.commit();                                             // want: blocking-database
  pool.get();                                                   // want: blocking-database
  statement.execute();                                          // want: blocking-database
  Poco::Data::Keywords::now(statement);                         // want: blocking-database
  session << "select 1", Poco::Data::Keywords::now;             // missed: blocking-database it is handed over, not called
  co_return;
}

Task<> stores(Poco::Redis::Client& redis, Poco::Redis::Array& command, Poco::MongoDB::Connection& mongo, Poco::MongoDB::RequestMessage& request,
              Poco::MongoDB::ResponseMessage& response, Poco::MongoDB::Cursor& cursor) {
  redis.connect("localhost", 6379);                             // want: blocking-database
  redis.execute<Poco::Int64>(command);                          // want: blocking-database
  mongo.connect("localhost", 27017);                            // want: blocking-database
  mongo.sendRequest(request, response);                         // want: blocking-database
  cursor.next(mongo);                                           // want: blocking-database
  co_return;
}
