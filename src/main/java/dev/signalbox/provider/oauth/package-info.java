/// Signing in with a code that is typed into any browser: the part of OAuth that both CI providers speak alike.
@NullMarked
package dev.signalbox.provider.oauth;

import org.jspecify.annotations.NullMarked;
