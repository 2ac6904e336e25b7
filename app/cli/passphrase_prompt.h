#pragma once

#include <facet/core/progress.h>
#include <facet/storage/key_options.h>

namespace facet::cli {

/// Asks on the terminal without showing what is typed; Ctrl+C and Ctrl+D give up. Empty where standard input or
/// standard error is no terminal. `progress` must outlive it.
[[nodiscard]] storage::AskPassphrase passphrasePrompt(const Progress& progress);

} // namespace facet::cli
