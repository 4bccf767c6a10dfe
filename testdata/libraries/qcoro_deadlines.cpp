// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtNetwork -isystem /usr/include/{multiarch}/qt6/QtDBus -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/QCoro
// enable: missing-timeout
#include <QCoroCore>
#include <QCoroNetworkReply>
#include <QCoroTask>

#include <QtCore/QByteArray>
#include <QtNetwork/QHttpMultiPart>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

QCoro::Task<QByteArray> gets(QNetworkAccessManager& network, QNetworkRequest request) {
  QNetworkReply* reply = co_await network.get(request);             // want: missing-timeout warning
  co_return reply->readAll();
}

QCoro::Task<> sends(QNetworkAccessManager& network, QNetworkRequest request, QByteArray data) {
  co_await network.post(request, data);                             // want: missing-timeout
  co_await network.put(request, data);                              // want: missing-timeout
  co_await network.head(request);                                   // want: missing-timeout
  co_await network.deleteResource(request);                         // want: missing-timeout
  co_await network.sendCustomRequest(request, "PATCH", data);       // want: missing-timeout
}

QCoro::Task<> bounded(QNetworkAccessManager& network, QNetworkRequest request) {
  request.setTransferTimeout(5000);
  co_await network.get(request);                                    // ok: missing-timeout
}

QCoro::Task<> boundedForAll(QNetworkRequest request) {
  QNetworkAccessManager network;
  network.setTransferTimeout();
  co_await network.get(request);                                    // ok: missing-timeout
}

void callbacks(QNetworkAccessManager& network, QNetworkRequest request) {
  QNetworkReply* reply = network.get(request);                      // ok: missing-timeout   nothing is awaited
  QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}
