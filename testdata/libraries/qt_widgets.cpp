// flags: -fPIC -isystem /usr/include/{multiarch}/qt6 -isystem /usr/include/{multiarch}/qt6/QtCore -isystem /usr/include/{multiarch}/qt6/QtGui
#include "fake/task.h"

#include <QtCore/QThread>
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

Task<> loops() {
  QGuiApplication::exec();                    // want: nested-event-loop error
  QApplication::exec();                       // want: nested-event-loop error
  QTest::qWait(1);                            // want: nested-event-loop
  (void)QTest::qWaitFor([] { return true; }); // want: nested-event-loop
  QTest::qSleep(1);                           // want: blocking-sleep
  co_return;
}

class Window : public QWidget {
  void paintEvent(QPaintEvent*) override { nap(); }               // missed: blocking-sleep handlers are no contexts yet
  void resizeEvent(QResizeEvent*) override { nap(); }             // missed: blocking-sleep handlers are no contexts yet
  void closeEvent(QCloseEvent*) override { nap(); }               // missed: blocking-sleep handlers are no contexts yet
  void showEvent(QShowEvent*) override { nap(); }                 // missed: blocking-sleep handlers are no contexts yet
  void hideEvent(QHideEvent*) override { nap(); }                 // missed: blocking-sleep handlers are no contexts yet
  void mousePressEvent(QMouseEvent*) override { nap(); }          // missed: blocking-sleep handlers are no contexts yet
  void mouseReleaseEvent(QMouseEvent*) override { nap(); }        // missed: blocking-sleep handlers are no contexts yet
  void mouseDoubleClickEvent(QMouseEvent*) override { nap(); }    // missed: blocking-sleep handlers are no contexts yet
  void mouseMoveEvent(QMouseEvent*) override { nap(); }           // missed: blocking-sleep handlers are no contexts yet
  void wheelEvent(QWheelEvent*) override { nap(); }               // missed: blocking-sleep handlers are no contexts yet
  void keyPressEvent(QKeyEvent*) override { nap(); }              // missed: blocking-sleep handlers are no contexts yet
  void keyReleaseEvent(QKeyEvent*) override { nap(); }            // missed: blocking-sleep handlers are no contexts yet
  void focusInEvent(QFocusEvent*) override { nap(); }             // missed: blocking-sleep handlers are no contexts yet
  void focusOutEvent(QFocusEvent*) override { nap(); }            // missed: blocking-sleep handlers are no contexts yet
  void enterEvent(QEnterEvent*) override { nap(); }               // missed: blocking-sleep handlers are no contexts yet
  void leaveEvent(QEvent*) override { nap(); }                    // missed: blocking-sleep handlers are no contexts yet
  void moveEvent(QMoveEvent*) override { nap(); }                 // missed: blocking-sleep handlers are no contexts yet
  void contextMenuEvent(QContextMenuEvent*) override { nap(); }   // missed: blocking-sleep handlers are no contexts yet
  void actionEvent(QActionEvent*) override { nap(); }             // missed: blocking-sleep handlers are no contexts yet
  void dragEnterEvent(QDragEnterEvent*) override { nap(); }       // missed: blocking-sleep handlers are no contexts yet
  void dragMoveEvent(QDragMoveEvent*) override { nap(); }         // missed: blocking-sleep handlers are no contexts yet
  void dragLeaveEvent(QDragLeaveEvent*) override { nap(); }       // missed: blocking-sleep handlers are no contexts yet
  void dropEvent(QDropEvent*) override { nap(); }                 // missed: blocking-sleep handlers are no contexts yet
  void changeEvent(QEvent*) override { nap(); }                   // missed: blocking-sleep handlers are no contexts yet
};
