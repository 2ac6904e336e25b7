#include "release_writer_state.h"
#include "rows.h"

namespace facet::storage {

Result<std::vector<KnownExam>> ReleaseWriter::exams() {
  auto rows = m_state->database.prepare("SELECT s.pseudonym, e.bids_session, e.day FROM mri_exam e JOIN subject s ON "
                                        "s.key = e.subject WHERE e.bids_session IS NOT NULL ORDER BY e.resource");
  if (!rows) {
    return rows.error();
  }
  std::vector<KnownExam> exams;
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return exams;
    }
    exams.push_back({std::string(rows->text(0)), std::string(rows->text(1)), dayAt(*rows, 2)});
  }
}

Result<void> ReleaseWriter::keepFiles(const std::set<std::string>& paths, DroppedFiles dropped) {
  State& state = *m_state;
  auto isUsed = state.database.prepare("SELECT EXISTS(SELECT 1 FROM resource WHERE file = ?1)");
  auto brings =
      state.database.prepare("SELECT EXISTS(SELECT 1 FROM image WHERE brought_by = ?1 UNION ALL SELECT 1 FROM "
                             "image_transform WHERE brought_by = ?1)");
  auto drop = state.database.prepare("DELETE FROM release_file WHERE key = ?1");
  if (!isUsed || !brings || !drop) {
    return !isUsed ? isUsed.error() : !brings ? brings.error() : drop.error();
  }
  const auto asks = [](Statement& question, std::int64_t key) -> Result<bool> {
    question.bind(1, key);
    const auto row = question.step();
    const bool yes = row && *row && question.integer(0) == 1;
    question.reset();
    return row ? Result<bool>(yes) : Result<bool>(row.error());
  };
  bool lostImages = false;
  auto done = state.inTransaction([&]() -> Result<void> {
    for (auto known = state.fileKeys.begin(); known != state.fileKeys.end();) {
      if (paths.contains(known->first)) {
        ++known;
        continue;
      }
      const auto used = asks(*isUsed, known->second);
      const auto imaged = asks(*brings, known->second);
      if (!used || !imaged) {
        return used ? imaged.error() : used.error();
      }
      if (*imaged && dropped == DroppedFiles::Forget) {
        lostImages = true;
        if (auto gone = state.images->removeBroughtBy(known->second); !gone) {
          return gone;
        }
      }
      if (*used || (*imaged && dropped == DroppedFiles::Keep)) {
        ++known;
        continue;
      }
      if (auto gone = state.run(*drop, {known->second}); !gone) {
        return gone;
      }
      state.files.erase(known->first);
      known = state.fileKeys.erase(known);
    }
    return lostImages ? state.raiseBatch() : Result<void>();
  });
  return done;
}

Result<void> ReleaseWriter::putImage(const ArrivedImage& arrived,
                                     const std::vector<std::pair<std::string, ReleaseFile>>& files) {
  State& state = *m_state;
  return state.inTransaction([&]() -> Result<void> {
    for (const auto& [path, file] : files) {
      if (auto noted = state.writeFile(path, file); !noted) {
        return noted;
      }
    }
    const std::int64_t first = state.fileKeys.at(files.front().first);
    if (auto gone = state.images->removeBroughtBy(first); !gone) {
      return gone;
    }
    if (auto put = state.images->putSession(arrived.session); !put) {
      return put;
    }
    // The release knows the day of its sessions better than what was there before.
    auto date =
        state.database.prepare("UPDATE imaging_session SET day = ?3, precision = ?4 WHERE person = ?1 AND label = ?2");
    if (!date) {
      return date.error();
    }
    date->bind(1, std::string_view(arrived.session.person));
    date->bind(2, std::string_view(arrived.session.label));
    date->bind(3, arrived.session.date ? std::optional(daysOf(arrived.session.date->earliest())) : std::nullopt);
    date->bind(4, arrived.session.date ? std::optional(static_cast<int>(arrived.session.date->precision()))
                                       : std::nullopt);
    if (auto dated = date->run(); !dated) {
      return dated;
    }
    if (auto put = state.images->putImage(arrived.image, first); !put) {
      return put;
    }
    state.changed = true;
    return state.raiseBatch();
  });
}

Result<void> ReleaseWriter::putTransform(const StoredTransform& transform, const std::string& path,
                                         const ReleaseFile& file) {
  State& state = *m_state;
  return state.inTransaction([&]() -> Result<void> {
    if (auto noted = state.writeFile(path, file); !noted) {
      return noted;
    }
    const std::int64_t key = state.fileKeys.at(path);
    if (auto gone = state.images->removeBroughtBy(key); !gone) {
      return gone;
    }
    if (auto put = state.images->putTransform(transform, key); !put) {
      return put;
    }
    state.changed = true;
    return state.raiseBatch();
  });
}

Result<void> ReleaseWriter::refuse(const std::vector<std::pair<std::string, ReleaseFile>>& files, const Error& error) {
  State& state = *m_state;
  return state.inTransaction([&]() -> Result<void> {
    for (const auto& [path, file] : files) {
      if (auto noted = state.writeFile(path, file); !noted) {
        return noted;
      }
    }
    const std::int64_t first = state.fileKeys.at(files.front().first);
    // A file that is damaged on its way says nothing about the image that it brought before.
    if (files.front().second.state != FileState::Refused) {
      if (auto gone = state.images->removeBroughtBy(first); !gone) {
        return gone;
      }
    }
    return state.writeQuarantine(first, 0, error, {});
  });
}

Result<std::optional<StoredImage>> ReleaseWriter::imageOf(const std::string& path) {
  State& state = *m_state;
  const auto known = state.fileKeys.find(path);
  if (known == state.fileKeys.end()) {
    return std::optional<StoredImage>();
  }
  auto row = state.database.prepare("SELECT person, session, name FROM image WHERE brought_by = ?1");
  if (!row) {
    return row.error();
  }
  row->bind(1, known->second);
  const auto there = row->step();
  if (!there) {
    return there.error();
  }
  if (!*there) {
    return std::optional<StoredImage>();
  }
  const std::string person(row->text(0));
  const std::string session(row->text(1));
  const std::string name(row->text(2));
  auto reader = ImageReader::prepare(state.database, "main", ImageOrigin::Release);
  if (!reader) {
    return reader.error();
  }
  PersonImages images;
  if (auto read = reader->readImages(person, images); !read) {
    return read.error();
  }
  for (StoredImage& image : images.images) {
    if (image.session == session && image.name == name) {
      return std::optional(std::move(image));
    }
  }
  return std::optional<StoredImage>();
}

Result<std::optional<PartialDate>> ReleaseWriter::dateOf(const StoredSession& session) {
  auto find = m_state->database.prepare("SELECT day, precision FROM imaging_session WHERE person = ?1 AND label = ?2");
  if (!find) {
    return find.error();
  }
  find->bind(1, std::string_view(session.person));
  find->bind(2, std::string_view(session.label));
  const auto row = find->step();
  if (!row) {
    return row.error();
  }
  return *row ? optionalDateAt(*find, 0) : std::nullopt;
}

Result<void> ReleaseWriter::putFacts(const std::vector<std::pair<std::string, ReleaseFile>>& files) {
  State& state = *m_state;
  auto put = state.database.prepare(
      "INSERT INTO release_file(source, path, bytes, modified_ns, sha256, state) VALUES(?1, "
      "?2, ?3, ?4, ?5, ?6) ON CONFLICT(source, path) DO UPDATE SET bytes = excluded.bytes, modified_ns = "
      "excluded.modified_ns, sha256 = excluded.sha256, state = excluded.state RETURNING "
      "key");
  if (!put) {
    return put.error();
  }
  return state.inTransaction([&]() -> Result<void> {
    for (const auto& [path, file] : files) {
      put->bind(1, state.source);
      put->bind(2, std::string_view(path));
      put->bind(3, file.bytes);
      put->bind(4, file.modifiedNs);
      put->bind(5, bytesOfDigest(file.sha256));
      put->bind(6, file.state);
      const auto row = put->step();
      if (!row) {
        put->reset();
        return row.error();
      }
      const std::int64_t key = put->integer(0);
      put->reset();
      const auto before = state.files.find(path);
      if (before == state.files.end() || before->second.state == FileState::Refused) {
        if (auto cleared = state.run(state.clearQuarantine, {key}); !cleared) {
          return cleared;
        }
      }
      state.fileKeys[path] = key;
      state.files[path] = file;
    }
    return {};
  });
}

} // namespace facet::storage
