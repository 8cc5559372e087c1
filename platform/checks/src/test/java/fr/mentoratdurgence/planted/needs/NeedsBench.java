package fr.mentoratdurgence.planted.needs;

class NeedsBench {}
