/// Office, web, mail and table files: from a file to lines that know what they are.
@org.jspecify.annotations.NullMarked
package dev.retune.document.written;
