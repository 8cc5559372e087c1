package fr.mentoratdurgence.planted.needs;

record NeedManager(int needs) {}
