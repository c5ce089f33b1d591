/// Secrets at rest: one encrypted file, whose key lies in the key ring or is made of a passphrase.
@NullMarked
package dev.signalbox.secrets;

import org.jspecify.annotations.NullMarked;
