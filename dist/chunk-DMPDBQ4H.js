// src/commands/command.ts
var SETTINGS = {
  content: {
    value: { de: "ORDNER", en: "FOLDER" },
    help: { de: "wo die Inhalte liegen (sonst content)", en: "where the content lies (else content)" }
  },
  output: {
    value: { de: "ORDNER", en: "FOLDER" },
    help: { de: "wohin die fertigen Seiten kommen (sonst _site)", en: "where the finished pages go (else _site)" }
  },
  cache: {
    value: { de: "ORDNER", en: "FOLDER" },
    help: { de: "was von Bau zu Bau aufgehoben wird (sonst .cache)", en: "what is kept from build to build (else .cache)" }
  },
  now: {
    value: { de: "ZEITPUNKT", en: "MOMENT" },
    help: {
      de: "so tun, als wäre dann, zum Beispiel 2017-12-01T08:00:00+01:00",
      en: "pretend that it is then, for example 2017-12-01T08:00:00+01:00"
    }
  }
};
function defineCommand(command) {
  return command;
}
var WrongCall = class extends Error {
};

export {
  SETTINGS,
  defineCommand,
  WrongCall
};
