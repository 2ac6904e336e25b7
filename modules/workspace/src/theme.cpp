#include "facet_resources.h"

#include <facet/workspace/theme.h>

#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>

namespace facet::workspace {

namespace {

// Names in the file, in the order of the enumerations.
constexpr std::array<const char*, kTokens> kTokenNames = {
    "window",        "panel",        "raised",    "hover",          "line",     "text",        "text-secondary",
    "text-tertiary", "accent",       "on-accent", "selection",      "viewport", "on-viewport", "orientation",
    "relapse",       "relapse-area", "threshold", "threshold-area", "modest",   "modest-area", "high-area",
    "good",          "good-area",    "pira",      "pira-area",      "stable"};
constexpr std::array<const char*, kSizes> kSizeNames = {"grid",       "radius", "rail",    "header", "status-bar",
                                                        "hit-target", "icon",   "control", "row"};
constexpr std::array<const char*, kTypeSizes> kTypeSizeNames = {"base", "dense", "small", "title", "figure"};
constexpr std::array<const char*, kTypeWeights> kTypeWeightNames = {"regular", "medium", "strong"};

QJsonValue at(const QJsonObject& object, const char* key) {
  QJsonValue value = object.value(QLatin1String(key));
  Q_ASSERT_X(!value.isUndefined(), "tokens.json", key);
  return value;
}

} // namespace

Theme::Theme(ThemeMode mode, QObject* parent)
    : QObject(parent)
    , m_mode(mode) {
  const std::string_view bytes = resources::tokens_json;
  const QJsonObject root =
      QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))).object();
  const QJsonObject colors = at(root, "colors").toObject();
  for (std::size_t i = 0; i < kTokens; ++i) {
    const QJsonObject color = at(colors, kTokenNames[i]).toObject();
    m_colors[i] = {QColor(at(color, "dark").toString()), QColor(at(color, "light").toString())};
  }
  const QJsonObject sizes = at(root, "sizes").toObject();
  for (std::size_t i = 0; i < kSizes; ++i) {
    m_sizes[i] = at(sizes, kSizeNames[i]).toInt();
  }
  const QJsonObject type = at(root, "type").toObject();
  for (std::size_t i = 0; i < kTypeSizes; ++i) {
    m_typeSizes[i] = at(type, kTypeSizeNames[i]).toDouble();
  }
  for (std::size_t i = 0; i < kTypeWeights; ++i) {
    m_typeWeights[i] = at(type, kTypeWeightNames[i]).toInt();
  }
  m_family = at(type, "family").toString();
  m_motionMs = at(root, "motion-ms").toInt();
}

void Theme::setMode(ThemeMode mode) {
  if (mode != m_mode) {
    m_mode = mode;
    Q_EMIT changed();
  }
}

QColor Theme::color(Token token) const {
  return color(token, m_mode);
}

QColor Theme::color(Token token, ThemeMode mode) const {
  return m_colors[static_cast<std::size_t>(token)][mode == ThemeMode::Dark ? 0 : 1];
}

QFont Theme::font(TypeSize size, TypeWeight weight) const {
  QFont font(m_family);
  // Sizes may be fractions of a pixel, which only points can say.
  const QScreen* screen = QGuiApplication::primaryScreen();
  const double dpi = screen != nullptr ? screen->logicalDotsPerInchY() : 96.0;
  font.setPointSizeF(m_typeSizes[static_cast<std::size_t>(size)] * 72.0 / dpi);
  font.setWeight(static_cast<QFont::Weight>(m_typeWeights[static_cast<std::size_t>(weight)]));
  font.setHintingPreference(QFont::PreferVerticalHinting);
  font.setStyleStrategy(QFont::NoSubpixelAntialias);
  return font;
}

} // namespace facet::workspace
