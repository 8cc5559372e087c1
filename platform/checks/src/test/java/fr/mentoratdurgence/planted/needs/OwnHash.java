package fr.mentoratdurgence.planted.needs;

import java.security.MessageDigest;

record OwnHash(MessageDigest digest) {}
