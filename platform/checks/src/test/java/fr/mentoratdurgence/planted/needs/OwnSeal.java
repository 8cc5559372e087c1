package fr.mentoratdurgence.planted.needs;

import javax.crypto.Cipher;

record OwnSeal(Cipher cipher) {}
