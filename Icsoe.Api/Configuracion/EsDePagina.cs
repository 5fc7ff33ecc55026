namespace Icsoe.Api.Configuracion;

/// <summary>Marks what is part of the public page: it loads its own files, and nothing else.</summary>
public sealed class EsDePagina;
