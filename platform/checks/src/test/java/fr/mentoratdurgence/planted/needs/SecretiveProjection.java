package fr.mentoratdurgence.planted.needs;

class SecretiveProjection {}
