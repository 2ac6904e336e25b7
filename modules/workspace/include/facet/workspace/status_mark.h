#pragma once

#include <facet/core/message.h>
#include <facet/workspace/theme.h>

#include <QPainter>

namespace facet::workspace {

/// What became of a lesion between two visits. It is always told by shape, colour and word together.
enum class LesionStatus { New, Enlarging, Stable, Shrinking, NoLongerVisible, WithinError };

struct StatusMark {
  Message word;
  Token text = Token::Text;  ///< colour of the word
  Token shape = Token::Text; ///< colour of the shape
  char16_t sign = 0;         ///< ● ▲ – ▼ ○ · for plain text
};

[[nodiscard]] StatusMark markOf(LesionStatus status);

/// Draws the shape of a status centred in `box`, no larger than 9 px: disc, triangle up, dash, triangle down, ring,
/// dot.
void drawStatusShape(QPainter& painter, const QRectF& box, LesionStatus status, const Theme& theme);

} // namespace facet::workspace
