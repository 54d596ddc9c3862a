package dev.retune.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// Sends the log to a file of the user data directory; nothing goes to the console.
final class Logs {
  private Logs() {}

  static void writeTo(Path folder) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var file = folder.resolve("retune.log").toString();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%date %-5level [%thread] %logger{30} - %msg%n");
    encoder.start();

    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setFile(file);
    appender.setPrudent(false);
    appender.setEncoder(encoder);
    var rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(folder.resolve("retune.%i.log").toString());
    rolling.setMaxIndex(3);
    rolling.start();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf("2MB"));
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    appender.start();

    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    context.getLogger("dev.retune").setLevel(Level.INFO);
    // Warns about every odd font, sometimes with pieces of the text.
    context.getLogger("org.apache.pdfbox").setLevel(Level.ERROR);
    context.getLogger("org.apache.fontbox").setLevel(Level.ERROR);
    // Tells of files that are no XML; the import says so itself.
    context.getLogger("org.apache.poi").setLevel(Level.OFF);
    root.addAppender(appender);
  }
}
