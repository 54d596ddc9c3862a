package dev.retune.gpu;

import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sets the CUDA libraries up from wheels: all are fetched and checked, then each is unpacked and
/// deleted in turn, and what came of them is moved to its place together at the end.
///
/// @param folder for what is on its way
/// @param cuda where the libraries come to lie
record GpuInstall(Path folder, Path cuda) {
  /// What a wheel's libraries take unpacked, in sizes of the wheel: measured on PyTorch 2.7.1.
  private static final double UNPACKED = 1.9;

  void run(WheelSource source, Progress progress) {
    requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (var _ = InstallLock.take(folder)) {
      install(find(source, progress), new Megabytes(progress));
    } catch (IOException e) {
      throw Problem.of(GpuInstall.class, "install", folder, Reason.of(e)).exception(e);
    }
  }

  /// @throws dev.retune.text.ProblemException if PyPI has no CUDA build for the platform
  static void requirePlatform(String os, String architecture) {
    if (!supports(os, architecture)) {
      throw Problem.of(GpuInstall.class, "platform", os, architecture).exception();
    }
  }

  /// Whether PyPI has a CUDA build for the platform.
  static boolean supports(String os, String architecture) {
    return os.equals("Linux") && architecture.equals("amd64");
  }

  private List<WheelFile> find(WheelSource source, Progress progress) {
    progress.begin(Text.of(GpuInstall.class, "finding"), Wheel.ALL.size());
    var files = new ArrayList<WheelFile>();
    for (var wheel : Wheel.ALL) {
      progress.checkCancelled();
      files.add(source.find(wheel));
      progress.advance(1);
    }
    return files;
  }

  private void install(List<WheelFile> files, Progress progress) throws IOException {
    var growing = folder.resolve("unpacking");
    var done = growing.resolve("done");
    Files.createDirectories(done);
    var left = files.stream().filter(file -> !Files.exists(done.resolve(file.name()))).toList();
    requireRoom(needed(left, new Download(folder.resolve("downloads"))));
    var archives = fetch(left, progress);
    var bytes = unpacked(archives.values());
    progress.begin(Text.of(GpuInstall.class, "unpacking", megabytes(bytes)), bytes);
    for (var archive : archives.entrySet()) {
      unpack(archive.getKey(), archive.getValue(), growing, progress);
      Files.createFile(done.resolve(archive.getKey().name()));
    }
    var names = files.stream().map(WheelFile::name).toList();
    Json.write(
        growing.resolve(Installed.FILE), new Installed(Installed.SCHEMA, Installed.VERSION, names));
    Folders.replace(cuda, growing);
    Folders.delete(cuda.resolve("done"));
    Folders.delete(folder.resolve("downloads"));
  }

  /// The wheels' archives on this machine, in the order given.
  private Map<WheelFile, WheelArchive> fetch(List<WheelFile> files, Progress progress)
      throws IOException {
    var download = new Download(folder.resolve("downloads"));
    var missing = 0L;
    var count = 0;
    for (var file : files) {
      var bytes = download.missing(file);
      missing += bytes;
      count += bytes > 0 ? 1 : 0;
    }
    if (missing > 0) {
      progress.begin(Text.of(GpuInstall.class, "fetching", count, megabytes(missing)), missing);
    }
    var archives = new LinkedHashMap<WheelFile, WheelArchive>();
    for (var file : files) {
      archives.put(file, new WheelArchive(download.fetch(file, progress)));
    }
    return archives;
  }

  private static long unpacked(Collection<WheelArchive> archives) throws IOException {
    var bytes = 0L;
    for (var archive : archives) {
      bytes += archive.unpacked();
    }
    return bytes;
  }

  /// What was fetched is not needed again, or is no good; a person's own file stays.
  private static void unpack(WheelFile file, WheelArchive archive, Path target, Progress progress)
      throws IOException {
    try {
      archive.unpack(target, progress);
    } catch (ProblemException e) {
      drop(file, archive);
      throw e;
    }
    drop(file, archive);
  }

  private static void drop(WheelFile file, WheelArchive archive) throws IOException {
    if (file.fetched()) {
      Files.delete(archive.file());
    }
  }

  /// Bytes that the disk must have free: for what comes of the wheels, and for one of those that
  /// have to be fetched, since it is deleted only when it is unpacked; less what is here already.
  static long needed(List<WheelFile> left, Download download) throws IOException {
    var all = 0L;
    var here = 0L;
    var largest = 0L;
    for (var file : left) {
      all += file.size();
      if (file.fetched()) {
        here += file.size() - download.missing(file);
        largest = Math.max(largest, file.size());
      }
    }
    return Math.max(0, (long) (all * UNPACKED) + largest - here);
  }

  private void requireRoom(long needed) throws IOException {
    var room = Files.getFileStore(folder).getUsableSpace();
    if (room < needed) {
      throw Problem.of(GpuInstall.class, "room", folder, megabytes(needed), megabytes(room))
          .exception();
    }
  }

  private static String megabytes(long bytes) {
    return Long.toString(Megabytes.of(bytes));
  }
}
