#include "private_mount.h"

#include <array>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool writeText(const char* path, const std::string& text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  const bool written = fd >= 0 && ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(fd);
  return written;
}

/// Whether this process now has mounts of its own.
bool leaveMounts() {
  const uid_t user = ::getuid();
  const gid_t group = ::getgid();
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
    return false;
  }
  writeText("/proc/self/setgroups", "deny");
  return writeText("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") &&
         writeText("/proc/self/gid_map", "0 " + std::to_string(group) + " 1") &&
         ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

constexpr int kNotPermitted = 99;

} // namespace

std::optional<std::string> withSmallDisk(const std::filesystem::path& folder, std::size_t kibibytes,
                                         const std::function<std::string(const std::function<bool()>&)>& body) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    return "no pipe";
  }
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string options = "mode=0700,size=" + std::to_string(kibibytes) + "k";
    if (!leaveMounts() || ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) != 0) {
      ::_exit(kNotPermitted);
    }
    const std::string wrong =
        body([&] { return ::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, options.c_str()) == 0; });
    const ssize_t told = ::write(pipe[1], wrong.data(), wrong.size());
    ::_exit(told == static_cast<ssize_t>(wrong.size()) ? 0 : 1);
  }
  ::close(pipe[1]);
  std::string wrong;
  std::array<char, 256> buffer{};
  for (ssize_t got = 0; (got = ::read(pipe[0], buffer.data(), buffer.size())) > 0;) {
    wrong.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotPermitted) {
    return std::nullopt;
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return wrong + "the child ended with status " + std::to_string(status);
  }
  return wrong;
}
