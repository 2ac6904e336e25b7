#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>

/// Runs a Python program with numpy and scipy on stdin `input`; its stdout, or nothing where they are absent.
/// A program that fails gives an empty, non-null text.
inline QByteArray scipyOracle(const QString& program, const QByteArray& input) {
  if (!QFile::exists(QStringLiteral("/usr/bin/python3"))) {
    return {};
  }
  QProcess probe;
  probe.start(QStringLiteral("/usr/bin/python3"),
              {QStringLiteral("-c"),
               QStringLiteral("import importlib.util, sys; sys.exit(importlib.util.find_spec('scipy') is None)")});
  if (!probe.waitForFinished(30000) || probe.exitCode() != 0) {
    return {};
  }
  QProcess python;
  python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), program});
  python.write(input);
  python.closeWriteChannel();
  python.waitForFinished(60000);
  const QByteArray errors = python.readAllStandardError();
  if (!errors.isEmpty()) {
    qWarning("%s", errors.constData());
    return QByteArray("");
  }
  return python.readAllStandardOutput();
}
