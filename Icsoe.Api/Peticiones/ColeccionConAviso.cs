using System.Text.Json.Serialization;
using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Peticiones;

/// <summary>The envelope of answers about parties: each says that a name is never an identity.</summary>
public record ColeccionConAviso<T> : Coleccion<T>
{
    [Campo("Aviso sobre homónimos.", Textos.AvisoHomonimia), JsonPropertyOrder(2)]
    public string AvisoHomonimia { get; } = Textos.AvisoHomonimia;
}
