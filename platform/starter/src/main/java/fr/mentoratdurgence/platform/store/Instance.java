package fr.mentoratdurgence.platform.store;

/** This running instance of the service, among several: under this name it claims what only one may do at a time. */
public record Instance(String id) {}
