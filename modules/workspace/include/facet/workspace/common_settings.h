#pragma once

#include <facet/workspace/settings.h>
#include <facet/workspace/theme.h>

namespace facet::workspace {

/// "dark" or "light".
[[nodiscard]] ChoiceSetting themeSetting();
/// A language's code; empty for the system's.
[[nodiscard]] ChoiceSetting languageSetting();
/// Place and size of the window.
[[nodiscard]] StateSetting windowSetting();

[[nodiscard]] ThemeMode themeModeOf(const QString& word);
[[nodiscard]] QString wordOf(ThemeMode mode);

} // namespace facet::workspace
