package dev.retune.document.written;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Reads a mail (EML): its subject as heading, who wrote it to whom and when, then what was
/// written, with the mails that it quotes or forwards. Attached files are named only.
public final class MailFile {
  private static final int LARGEST_PART = 64 << 20;
  private static final int DEEPEST = 30;

  private final Writing out = new Writing();
  private final List<String> attached = new ArrayList<>();

  private MailFile() {}

  /// @throws UnreadableException if it is no mail
  public static WrittenText read(Path file) throws IOException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(1 << 20)
            .setMaxHeaderCount(10_000)
            .build());
    var mail = new MailFile();
    try (var in = Files.newInputStream(file)) {
      var message = builder.parseMessage(in);
      try {
        if (message.getHeader() == null || message.getHeader().getFields().isEmpty()) {
          throw new UnreadableException("notMail");
        }
        mail.message(message, 1);
      } finally {
        message.dispose();
      }
    }
    return new WrittenText(mail.out.pages(), mail.attached, List.of());
  }

  private void message(Message message, int level) throws IOException {
    var subject = message.getSubject();
    out.heading(level, subject == null || subject.isBlank() ? "—" : subject.strip());
    line("From", people(message.getFrom()));
    line("To", people(all(message.getTo())));
    line("Cc", people(all(message.getCc())));
    var date = message.getDate();
    if (date != null) {
      line(
          "Date",
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
              .format(date.toInstant().atOffset(ZoneOffset.UTC)));
    }
    part(message, level);
  }

  private void line(String name, String value) {
    if (!value.isBlank()) {
      out.paragraph(name + ": " + value);
    }
  }

  private static String people(@Nullable MailboxList people) {
    return people == null
        ? ""
        : people.stream().map(MailFile::person).collect(Collectors.joining(", "));
  }

  private static @Nullable MailboxList all(@Nullable AddressList people) {
    return people == null ? null : people.flatten();
  }

  private static String person(Mailbox person) {
    return person.getName() == null
        ? person.getAddress()
        : person.getName() + " <" + person.getAddress() + ">";
  }

  private void part(Entity part, int level) throws IOException {
    if (level > DEEPEST) {
      throw new UnreadableException("notMail");
    }
    var name = part.getFilename();
    if ("attachment".equalsIgnoreCase(part.getDispositionType())) {
      attached.add(name == null ? part.getMimeType() : name);
      return;
    }
    switch (part.getBody()) {
      case Message inner -> message(inner, level + 1);
      case Multipart parts -> multipart(parts, level);
      case SingleBody body when part.getMimeType().equals("text/html") ->
          WebPage.write(Jsoup.parse(text(part, body)), out, level);
      case SingleBody body when part.getMimeType().equals("text/plain") ->
          MailLines.write(text(part, body), out);
      case null, default -> {
        if (name != null && !part.getMimeType().startsWith("image/")) {
          attached.add(name);
        }
      }
    }
  }

  private void multipart(Multipart parts, int level) throws IOException {
    if (!parts.getSubType().equalsIgnoreCase("alternative")) {
      for (var part : parts.getBodyParts()) {
        part(part, level + 1);
      }
      return;
    }
    // The same text several times, from the plainest to the richest: the plain one has no layout
    // in it, but may only say that there is another.
    var written = new ArrayList<MailFile>();
    for (var part : parts.getBodyParts()) {
      var version = new MailFile();
      version.part(part, level + 1);
      written.add(version);
    }
    int longest = written.stream().mapToInt(MailFile::length).max().orElse(0);
    for (var version : written) {
      if (version.length() * 2 >= longest) {
        version.out.copyTo(out);
        attached.addAll(version.attached);
        return;
      }
    }
  }

  private int length() {
    return out.plain().length();
  }

  private static String text(Entity part, SingleBody body) throws IOException {
    byte[] bytes;
    try (InputStream in = body.getInputStream()) {
      bytes = in.readNBytes(LARGEST_PART);
    }
    var named = part.getCharset();
    // Without a charset US-ASCII is meant, and seldom true.
    if (named != null && !named.equalsIgnoreCase("us-ascii")) {
      try {
        return new String(bytes, Charset.forName(named)).replace("\r\n", "\n");
      } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
        // Its name is of no use: what the bytes look like is.
      }
    }
    return TextBytes.decode(bytes).orElse("");
  }
}
