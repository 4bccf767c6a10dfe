// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtGui
#include "fake/task.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtGui/QDrag>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QImageReader>
#include <QtGui/QImageWriter>
#include <QtGui/QPixmap>
#include <QtGui/QTextDocument>
#include <QtGui/QTextDocumentWriter>
#include <QtTest/qtestsystem.h>
#include <QtWidgets/QApplication>
#include <QtWidgets/QColorDialog>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFontDialog>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>

using fake::Task;

void nap() { QThread::msleep(1); }

Task<> images(QImage& image, QPixmap& pixmap, QImageReader& reader, QImageWriter& writer, QTextDocumentWriter& document, QTextDocument* text) {
  image.load("a.png");                        // want: blocking-file
  image.save("a.png");                        // want: blocking-file
  pixmap.load("a.png");                       // want: blocking-file
  pixmap.save("a.png");                       // want: blocking-file
  reader.read();                              // want: blocking-file
  writer.write(image);                        // want: blocking-file
  document.write(text);                       // want: blocking-file
  image.width();                              // ok: blocking-file
  co_return;
}

Task<> dialogs(QDialog& dialog, QMenu& menu, QDrag& drag, QWidget* parent, bool* fine) {
  dialog.exec();                                          // want: nested-event-loop warning
  menu.exec();                                            // want: nested-event-loop
  drag.exec();                                            // want: nested-event-loop
  dialog.open();                                          // ok: nested-event-loop
  QMessageBox::question(parent, "a", "b");                // want: nested-event-loop warning
  QMessageBox::information(parent, "a", "b");             // want: nested-event-loop
  QMessageBox::warning(parent, "a", "b");                 // want: nested-event-loop
  QMessageBox::critical(parent, "a", "b");                // want: nested-event-loop
  QMessageBox::about(parent, "a", "b");                   // want: nested-event-loop
  QFileDialog::getOpenFileName(parent);                   // want: nested-event-loop
  QFileDialog::getOpenFileNames(parent);                  // want: nested-event-loop
  QFileDialog::getSaveFileName(parent);                   // want: nested-event-loop
  QFileDialog::getExistingDirectory(parent);              // want: nested-event-loop
  QInputDialog::getText(parent, "a", "b");                // want: nested-event-loop
  QInputDialog::getInt(parent, "a", "b");                 // want: nested-event-loop
  QInputDialog::getItem(parent, "a", "b", {});            // want: nested-event-loop
  QColorDialog::getColor();                               // want: nested-event-loop
  QFontDialog::getFont(fine);                             // want: nested-event-loop
  co_return;
}

// A modal dialog in a slot is common and accepted.
void asks(QDialog& dialog, QTimer& timer, QWidget* parent) {
  QObject::connect(&timer, &QTimer::timeout, [&dialog] { dialog.exec(); }); // want: nested-event-loop note
  QTimer::singleShot(1, [parent] { QMessageBox::question(parent, "a", "b"); }); // want: nested-event-loop note
  QTimer::singleShot(1, [] { QGuiApplication::exec(); });                   // want: nested-event-loop error
}

Task<> loops() {
  QGuiApplication::exec();                    // want: nested-event-loop error
  QApplication::exec();                       // want: nested-event-loop error
  QTest::qWait(1);                            // want: nested-event-loop
  (void)QTest::qWaitFor([] { return true; }); // want: nested-event-loop
  QTest::qSleep(1);                           // want: blocking-sleep
  co_return;
}

class Window : public QWidget {
  void paintEvent(QPaintEvent*) override { nap(); }               // want: blocking-sleep
  void resizeEvent(QResizeEvent*) override { nap(); }             // want: blocking-sleep
  void closeEvent(QCloseEvent*) override { nap(); }               // want: blocking-sleep
  void showEvent(QShowEvent*) override { nap(); }                 // want: blocking-sleep
  void hideEvent(QHideEvent*) override { nap(); }                 // want: blocking-sleep
  void mousePressEvent(QMouseEvent*) override { nap(); }          // want: blocking-sleep
  void mouseReleaseEvent(QMouseEvent*) override { nap(); }        // want: blocking-sleep
  void mouseDoubleClickEvent(QMouseEvent*) override { nap(); }    // want: blocking-sleep
  void mouseMoveEvent(QMouseEvent*) override { nap(); }           // want: blocking-sleep
  void wheelEvent(QWheelEvent*) override { nap(); }               // want: blocking-sleep
  void keyPressEvent(QKeyEvent*) override { nap(); }              // want: blocking-sleep
  void keyReleaseEvent(QKeyEvent*) override { nap(); }            // want: blocking-sleep
  void focusInEvent(QFocusEvent*) override { nap(); }             // want: blocking-sleep
  void focusOutEvent(QFocusEvent*) override { nap(); }            // want: blocking-sleep
  void enterEvent(QEnterEvent*) override { nap(); }               // want: blocking-sleep
  void leaveEvent(QEvent*) override { nap(); }                    // want: blocking-sleep
  void moveEvent(QMoveEvent*) override { nap(); }                 // want: blocking-sleep
  void contextMenuEvent(QContextMenuEvent*) override { nap(); }   // want: blocking-sleep
  void actionEvent(QActionEvent*) override { nap(); }             // want: blocking-sleep
  void dragEnterEvent(QDragEnterEvent*) override { nap(); }       // want: blocking-sleep
  void dragMoveEvent(QDragMoveEvent*) override { nap(); }         // want: blocking-sleep
  void dragLeaveEvent(QDragLeaveEvent*) override { nap(); }       // want: blocking-sleep
  void dropEvent(QDropEvent*) override { nap(); }                 // want: blocking-sleep
  void changeEvent(QEvent*) override { nap(); }                   // want: blocking-sleep
};
