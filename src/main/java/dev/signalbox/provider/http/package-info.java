/// The one door to remote HTTP APIs: nothing is repeated or redirected behind the caller's back, every answer is bounded.
@NullMarked
package dev.signalbox.provider.http;

import org.jspecify.annotations.NullMarked;
