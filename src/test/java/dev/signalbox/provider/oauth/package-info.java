/// Tests of renewing what a sign-in gave.
@NullMarked
package dev.signalbox.provider.oauth;

import org.jspecify.annotations.NullMarked;
