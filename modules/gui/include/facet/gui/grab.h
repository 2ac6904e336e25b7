#pragma once

#include <facet/core/result.h>

#include <QSize>
#include <QString>

#include <functional>

namespace facet::gui {

class MainWindow;

/// Shows the window in a size of logical pixels, waits until everything on it has loaded and been drawn, writes it as
/// PNG and calls `done`. Errors: Io where the file cannot be written; Internal where it does not settle in two minutes.
void grabWhenSettled(MainWindow& window, QSize size, const QString& file, std::function<void(Result<void>)> done);

} // namespace facet::gui
