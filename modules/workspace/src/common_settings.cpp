#include <facet/workspace/common_settings.h>
#include <facet/workspace/language.h>

namespace facet::workspace {

namespace {
const QString kDark = QStringLiteral("dark");
const QString kLight = QStringLiteral("light");
} // namespace

ChoiceSetting themeSetting() {
  return {QStringLiteral("window/theme"), kDark, {kDark, kLight}};
}

ChoiceSetting languageSetting() {
  std::vector<QString> codes = {QString(), QLatin1String(kPseudoLanguage)};
  for (const Language& language : languages()) {
    codes.push_back(language.code);
  }
  return {QStringLiteral("window/language"), QString(), std::move(codes)};
}

StateSetting windowSetting() {
  return {QStringLiteral("window/geometry")};
}

ThemeMode themeModeOf(const QString& word) {
  return word == kLight ? ThemeMode::Light : ThemeMode::Dark;
}

QString wordOf(ThemeMode mode) {
  return mode == ThemeMode::Light ? kLight : kDark;
}

} // namespace facet::workspace
